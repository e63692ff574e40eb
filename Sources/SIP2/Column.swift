/// One row of a layout: where a value is on the line and where it is in the struct.
public struct Column<Root: Message>: Sendable {
    let row: Row

    private init<V>(
        _ id: FieldID?, _ path: Path<Root, V>, width: Int = 0, isRequired: Bool = false, isList: Bool = false,
        write: @escaping @Sendable (V, inout Writer) -> Void,
        read: @escaping @Sendable (inout V, Value, inout Note.Oddity?) -> Void
    ) {
        guard let offset = MemoryLayout<Root>.offset(of: path) else {
            preconditionFailure("rows name stored properties")
        }
        row = Row(id: id, width: width, isRequired: isRequired, isList: isList) { root, writer in
            write((root + offset).assumingMemoryBound(to: V.self).pointee, &writer)
        } read: { root, value, oddity in
            read(&(root + offset).assumingMemoryBound(to: V.self).pointee, value, &oddity)
        }
    }
}

public typealias Path<R, V> = WritableKeyPath<R, V>

/// A column whose struct is only an address.
///
/// Key paths are interpreted at each use and generic tables look up their types at each step; a patron's answer has
/// forty columns, and reading one took twenty times as long with both. The offset of a stored property never changes,
/// so it is taken once, and what runs for every field is not generic.
struct Row: Sendable {
    /// nil in the fixed part.
    let id: FieldID?
    /// Bytes in the fixed part; 0 for tagged fields.
    let width: Int
    let isRequired: Bool
    let isList: Bool
    let write: @Sendable (UnsafeRawPointer, inout Writer) -> Void
    let read: @Sendable (UnsafeMutableRawPointer, Value, inout Note.Oddity?) -> Void

    var tag: String { id?.description ?? "" }
}

// The fixed part. A value that cannot be read leaves the struct's own default and becomes a note.
extension Column {
    /// `Y` or `N`.
    static func flag(_ path: Path<Root, Bool>) -> Column { flag(path, "YN") }

    /// `1` or `0`.
    static func ok(_ path: Path<Root, Bool>) -> Column { flag(path, "10") }

    private static func flag(_ path: Path<Root, Bool>, _ letters: StaticString) -> Column {
        Column(nil, path, width: 1) { property, writer in
            writer.flag(property, letters)
        } read: { property, value, oddity in
            if let flag = value.flag(&oddity, expected: letters) {
                property = flag
            } else {
                oddity = .unreadable
            }
        }
    }

    static func number(_ width: Int, _ path: Path<Root, Int?>) -> Column {
        Column(nil, path, width: width) { property, writer in
            writer.number(property, width: width)
        } read: { property, value, oddity in
            property = value.number(&oddity)
        }
    }

    static func text(_ width: Int, _ path: Path<Root, String>) -> Column {
        Column(nil, path, width: width) { property, writer in
            writer.fixed(property, width: width)
        } read: { property, value, oddity in
            property = value.text(&oddity)
        }
    }

    static func time(_ path: Path<Root, SIP2Time>) -> Column {
        Column(nil, path, width: SIP2Time.width) { property, writer in
            property.append(to: &writer.bytes)
        } read: { property, value, oddity in
            property = SIP2Time(value.bytes, &oddity)
        }
    }

    static func flags<Flags: FlagSet>(_ path: Path<Root, Flags>) -> Column {
        Column(nil, path, width: Flags.width) { property, writer in
            writer.flags(property.rawValue, width: Flags.width, unset: Flags.unset)
        } read: { property, value, _ in
            property = Flags(rawValue: value.flags(width: Flags.width))
        }
    }

    static func code<Code: WireCode>(_ path: Path<Root, Code>) -> Column {
        Column(nil, path, width: Code.width) { property, writer in
            writer.fixed(property.text, width: Code.width)
        } read: { property, value, oddity in
            if let code = Code(text: String(decoding: value.bytes, as: UTF8.self)) {
                property = code
            } else {
                oddity = .unreadable
            }
        }
    }
}

// Tagged fields. Optional ones are left out when they are nil; required ones are written even if empty.
extension Column {
    static func text<Text: FieldText>(_ id: FieldID, _ path: Path<Root, Text>) -> Column {
        Column(id, path, isRequired: true) { property, writer in
            writer.field(id, property.fieldText)
        } read: { property, value, oddity in
            property = Text(fieldText: value.text(&oddity))
        }
    }

    static func text<Text: FieldText>(
        _ id: FieldID, _ path: Path<Root, Text?>, isRequired: Bool = false
    ) -> Column {
        Column(id, path, isRequired: isRequired) { property, writer in
            guard let text = property?.fieldText ?? (isRequired ? "" : nil) else { return }
            writer.field(id, text)
        } read: { property, value, oddity in
            property = Text(fieldText: value.text(&oddity))
        }
    }

    static func texts(_ id: FieldID, _ path: Path<Root, [String]>) -> Column {
        Column(id, path, isList: true) { property, writer in
            for text in property { writer.field(id, text) }
        } read: { property, value, oddity in
            let text = value.text(&oddity)
            property.append(text)
        }
    }

    static func flag(_ id: FieldID, _ path: Path<Root, Bool?>) -> Column {
        Column(id, path) { property, writer in
            guard let flag = property else { return }
            writer.open(id)
            writer.flag(flag, "YN")
            writer.close()
        } read: { property, value, oddity in
            property = value.flag(&oddity, expected: "YN")
        }
    }

    /// - Parameter width: Digits to write at least; 0 for as many as it needs.
    static func number(_ id: FieldID, width: Int = 0, _ path: Path<Root, Int?>) -> Column {
        Column(id, path) { property, writer in
            guard let number = property else { return }
            writer.open(id)
            writer.number(number, width: max(width, String(number).utf8.count))
            writer.close()
        } read: { property, value, oddity in
            property = value.number(&oddity)
        }
    }

    static func time(_ id: FieldID, _ path: Path<Root, SIP2Time?>) -> Column {
        Column(id, path) { property, writer in
            guard let time = property else { return }
            writer.open(id)
            time.append(to: &writer.bytes)
            writer.close()
        } read: { property, value, oddity in
            property = SIP2Time(value.bytes, &oddity)
        }
    }

    static func flags<Flags: FlagSet>(
        _ id: FieldID, _ path: Path<Root, Flags?>, isRequired: Bool = false
    ) -> Column {
        Column(id, path, isRequired: isRequired) { property, writer in
            guard let flags = property else { return }
            writer.open(id)
            writer.flags(flags.rawValue, width: Flags.width, unset: Flags.unset)
            writer.close()
        } read: { property, value, _ in
            property = value.isBlank ? nil : Flags(rawValue: value.flags(width: Flags.width))
        }
    }

    static func code<Code: WireCode>(_ id: FieldID, _ path: Path<Root, Code?>) -> Column {
        Column(id, path) { property, writer in
            guard let code = property else { return }
            writer.field(id, code.text)
        } read: { property, value, oddity in
            property = Code(text: String(decoding: value.bytes, as: UTF8.self))
            if property == nil, !value.isBlank { oddity = .unreadable }
        }
    }
}
