/// The table of a message: fixed columns in the order of the line, then tagged fields in the order of writing.
///
/// Reading and writing are here, once, for all messages.
public struct Layout<Root: Message>: Sendable {
    private let table: Table

    public init(fixed: [Column<Root>] = [], fields: [Column<Root>] = []) {
        table = Table(Root.code, fixed: fixed.map(\.row), fields: fields.map(\.row))
    }

    func write(_ root: Root, to writer: inout Writer) {
        withUnsafeBytes(of: root) { table.write($0.baseAddress, to: &writer) }
    }

    func read(_ frame: Frame, charset: Charset, into root: inout Root) {
        root.notes = withUnsafeMutableBytes(of: &root) { table.read(frame, charset, into: $0.baseAddress) }
    }

    /// Bytes of each fixed column.
    var widths: [Int] { table.fixed.map(\.width) }
    /// Tags in the order of writing.
    var tags: [String] { table.fields.map(\.tag) }
}

/// What a layout does, for a struct that is only an address.
private struct Table: Sendable {
    let code: String
    let fixed: [Row]
    let fields: [Row]
    /// Index into `fields` by the slot of a tag; 255 for tags that this message does not read.
    private let places: [UInt8]

    init(_ code: String, fixed: [Row], fields: [Row]) {
        precondition(fields.count <= 64, "columns seen are counted in 64 bits")
        self.code = code
        self.fixed = fixed
        self.fields = fields
        var places = [UInt8](repeating: 255, count: FieldID.slots)
        for (index, row) in fields.enumerated() {
            guard let slot = row.id?.slot else { preconditionFailure("a field needs a tag") }
            precondition(places[slot] == 255, "a tag has one row")
            places[slot] = UInt8(index)
        }
        self.places = places
    }

    func write(_ root: UnsafeRawPointer?, to writer: inout Writer) {
        guard let root else { return }
        for row in fixed { row.write(root, &writer) }
        for row in fields { row.write(root, &writer) }
    }

    /// - Returns: what was odd.
    func read(_ frame: Frame, _ charset: Charset, into root: UnsafeMutableRawPointer?) -> [Note] {
        var notes: [Note] = []
        guard let root else { return notes }
        frame.bytes.withUnsafeBufferPointer { bytes in
            readFixed(bytes, 2..<frame.fixedEnd, charset, into: root, notes: &notes)
            readFields(bytes, frame.fieldsRange, charset, into: root, notes: &notes)
        }
        return notes
    }

    private func readFixed(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ charset: Charset,
        into root: UnsafeMutableRawPointer, notes: inout [Note]
    ) {
        var start = range.lowerBound
        for index in fixed.indices {
            let row = fixed[index]
            let end = min(start + row.width, range.upperBound)
            var oddity: Note.Oddity? = end - start < row.width ? .missing : nil
            if oddity == nil {
                row.read(root, Value(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), charset), &oddity)
            }
            if let oddity { notes.append(Note(field: name(ofFixed: index), oddity: oddity)) }
            start = end
        }
    }

    private func readFields(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ charset: Charset,
        into root: UnsafeMutableRawPointer, notes: inout [Note]
    ) {
        var seen: UInt64 = 0
        var position = range.lowerBound
        while let field = Fields.next(in: bytes, from: &position, to: range.upperBound) {
            guard let slot = field.id?.slot, places[slot] != 255 else { continue }
            let index = Int(places[slot])
            let row = fields[index]
            let bit = UInt64(1) << UInt64(index)
            if seen & bit != 0, !row.isList {
                notes.append(Note(field: row.tag, oddity: .repeated))
                continue
            }
            seen |= bit
            var oddity: Note.Oddity?
            row.read(root, Value(bytes: UnsafeBufferPointer(rebasing: bytes[field.value]), charset), &oddity)
            if let oddity { notes.append(Note(field: row.tag, oddity: oddity)) }
        }
        for index in fields.indices where fields[index].isRequired && seen & (1 << UInt64(index)) == 0 {
            notes.append(Note(field: fields[index].tag, oddity: .missing))
        }
    }

    private func name(ofFixed index: Int) -> String { Shape.of(code)?.fixed[index].name ?? "" }
}
