/// One row of a layout: where a value is on the line and where it is in the struct.
public struct Column<Root: Sendable>: Sendable {
    /// nil in the fixed part.
    let id: FieldID?
    /// Bytes in the fixed part; 0 for tagged fields.
    let width: Int
    let isRequired: Bool
    let isList: Bool
    let write: @Sendable (Root, inout Writer) -> Void
    let read: @Sendable (inout Root, Value, inout Note.Oddity?) -> Void

    var tag: String { id?.description ?? "" }

    private init(
        id: FieldID?, width: Int = 0, isRequired: Bool = false, isList: Bool = false,
        write: @escaping @Sendable (Root, inout Writer) -> Void,
        read: @escaping @Sendable (inout Root, Value, inout Note.Oddity?) -> Void
    ) {
        self.id = id
        self.width = width
        self.isRequired = isRequired
        self.isList = isList
        self.write = write
        self.read = read
    }
}

public typealias Path<R, V> = any WritableKeyPath<R, V> & Sendable

// The fixed part. A value that cannot be read leaves the struct's own default and becomes a note.
extension Column {
    /// `Y` or `N`.
    static func flag(_ path: Path<Root, Bool>) -> Column { flag(path, "YN") }

    /// `1` or `0`.
    static func ok(_ path: Path<Root, Bool>) -> Column { flag(path, "10") }

    private static func flag(_ path: Path<Root, Bool>, _ letters: StaticString) -> Column {
        Column(id: nil, width: 1) { root, writer in
            writer.flag(root[keyPath: path], letters)
        } read: { root, value, oddity in
            if let flag = value.flag(&oddity, expected: letters) {
                root[keyPath: path] = flag
            } else {
                oddity = .unreadable
            }
        }
    }

    static func number(_ width: Int, _ path: Path<Root, Int?>) -> Column {
        Column(id: nil, width: width) { root, writer in
            writer.number(root[keyPath: path], width: width)
        } read: { root, value, oddity in
            root[keyPath: path] = value.number(&oddity)
        }
    }

    static func text(_ width: Int, _ path: Path<Root, String>) -> Column {
        Column(id: nil, width: width) { root, writer in
            writer.fixed(root[keyPath: path], width: width)
        } read: { root, value, oddity in
            root[keyPath: path] = value.text(&oddity)
        }
    }

    static func time(_ path: Path<Root, SIP2Time>) -> Column {
        Column(id: nil, width: SIP2Time.width) { root, writer in
            root[keyPath: path].append(to: &writer.bytes)
        } read: { root, value, oddity in
            root[keyPath: path] = SIP2Time(value.bytes, &oddity)
        }
    }

    static func flags<Flags: FlagSet>(_ path: Path<Root, Flags>) -> Column {
        Column(id: nil, width: Flags.width) { root, writer in
            writer.flags(root[keyPath: path].rawValue, width: Flags.width, unset: Flags.unset)
        } read: { root, value, _ in
            root[keyPath: path] = Flags(rawValue: value.flags(width: Flags.width))
        }
    }

    static func code<Code: WireCode>(_ path: Path<Root, Code>) -> Column {
        Column(id: nil, width: Code.width) { root, writer in
            writer.fixed(root[keyPath: path].text, width: Code.width)
        } read: { root, value, oddity in
            if let code = Code(text: String(decoding: value.bytes, as: UTF8.self)) {
                root[keyPath: path] = code
            } else {
                oddity = .unreadable
            }
        }
    }
}

// Tagged fields. Optional ones are left out when they are nil; required ones are written even if empty.
extension Column {
    static func text<Text: FieldText>(_ id: FieldID, _ path: Path<Root, Text>) -> Column {
        Column(id: id, isRequired: true) { root, writer in
            writer.field(id, root[keyPath: path].fieldText)
        } read: { root, value, oddity in
            root[keyPath: path] = Text(fieldText: value.text(&oddity))
        }
    }

    static func text<Text: FieldText>(
        _ id: FieldID, _ path: Path<Root, Text?>, isRequired: Bool = false
    ) -> Column {
        Column(id: id, isRequired: isRequired) { root, writer in
            guard let text = root[keyPath: path]?.fieldText ?? (isRequired ? "" : nil) else { return }
            writer.field(id, text)
        } read: { root, value, oddity in
            root[keyPath: path] = Text(fieldText: value.text(&oddity))
        }
    }

    static func texts(_ id: FieldID, _ path: Path<Root, [String]>) -> Column {
        Column(id: id, isList: true) { root, writer in
            for text in root[keyPath: path] { writer.field(id, text) }
        } read: { root, value, oddity in
            let text = value.text(&oddity)
            root[keyPath: path].append(text)
        }
    }

    static func flag(_ id: FieldID, _ path: Path<Root, Bool?>) -> Column {
        Column(id: id) { root, writer in
            guard let flag = root[keyPath: path] else { return }
            writer.open(id)
            writer.flag(flag, "YN")
            writer.close()
        } read: { root, value, oddity in
            root[keyPath: path] = value.flag(&oddity, expected: "YN")
        }
    }

    /// - Parameter width: Digits to write at least; 0 for as many as it needs.
    static func number(_ id: FieldID, width: Int = 0, _ path: Path<Root, Int?>) -> Column {
        Column(id: id) { root, writer in
            guard let number = root[keyPath: path] else { return }
            writer.open(id)
            writer.number(number, width: max(width, String(number).utf8.count))
            writer.close()
        } read: { root, value, oddity in
            root[keyPath: path] = value.number(&oddity)
        }
    }

    static func time(_ id: FieldID, _ path: Path<Root, SIP2Time?>) -> Column {
        Column(id: id) { root, writer in
            guard let time = root[keyPath: path] else { return }
            writer.open(id)
            time.append(to: &writer.bytes)
            writer.close()
        } read: { root, value, oddity in
            root[keyPath: path] = SIP2Time(value.bytes, &oddity)
        }
    }

    static func flags<Flags: FlagSet>(
        _ id: FieldID, _ path: Path<Root, Flags?>, isRequired: Bool = false
    ) -> Column {
        Column(id: id, isRequired: isRequired) { root, writer in
            guard let flags = root[keyPath: path] else { return }
            writer.open(id)
            writer.flags(flags.rawValue, width: Flags.width, unset: Flags.unset)
            writer.close()
        } read: { root, value, _ in
            root[keyPath: path] = value.isBlank ? nil : Flags(rawValue: value.flags(width: Flags.width))
        }
    }

    static func code<Code: WireCode>(_ id: FieldID, _ path: Path<Root, Code?>) -> Column {
        Column(id: id) { root, writer in
            guard let code = root[keyPath: path] else { return }
            writer.field(id, code.text)
        } read: { root, value, oddity in
            root[keyPath: path] = Code(text: String(decoding: value.bytes, as: UTF8.self))
            if root[keyPath: path] == nil, !value.isBlank { oddity = .unreadable }
        }
    }
}
