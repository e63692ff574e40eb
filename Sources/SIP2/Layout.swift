/// The table of a message: fixed columns in the order of the line, then tagged fields in the order of writing.
///
/// Reading and writing are here, once, for all messages.
public struct Layout<Root: Message>: Sendable {
    let fixed: [Column<Root>]
    let fields: [Column<Root>]
    /// Index into `fields` by the slot of a tag; 255 for tags that this message does not read.
    private let places: [UInt8]

    public init(fixed: [Column<Root>] = [], fields: [Column<Root>] = []) {
        precondition(fields.count <= 64, "columns seen are counted in 64 bits")
        self.fixed = fixed
        self.fields = fields
        var places = [UInt8](repeating: 255, count: FieldID.slots)
        for (index, column) in fields.enumerated() {
            guard let slot = column.id?.slot else { preconditionFailure("a field needs a tag") }
            precondition(places[slot] == 255, "a tag has one row")
            places[slot] = UInt8(index)
        }
        self.places = places
    }
}

extension Layout {
    func write(_ root: Root, to writer: inout Writer) {
        for column in fixed { column.write(root, &writer) }
        for column in fields { column.write(root, &writer) }
    }

    func read(_ frame: Frame, charset: Charset, into root: inout Root) {
        var notes: [Note] = []
        frame.bytes.withUnsafeBufferPointer { bytes in
            readFixed(bytes[2..<frame.fixedEnd], charset, into: &root, notes: &notes)
            readFields(bytes, frame.fieldsRange, charset, into: &root, notes: &notes)
        }
        root.notes = notes
    }

    private func readFixed(
        _ part: Slice<UnsafeBufferPointer<UInt8>>, _ charset: Charset, into root: inout Root, notes: inout [Note]
    ) {
        var start = part.startIndex
        for (index, column) in fixed.enumerated() {
            let end = min(start + column.width, part.endIndex)
            var oddity: Note.Oddity? = end - start < column.width ? .missing : nil
            if oddity == nil {
                column.read(&root, Value(bytes: UnsafeBufferPointer(rebasing: part[start..<end]), charset), &oddity)
            }
            if let oddity { notes.append(Note(field: name(ofFixed: index), oddity: oddity)) }
            start = end
        }
    }

    private func readFields(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ charset: Charset, into root: inout Root,
        notes: inout [Note]
    ) {
        var seen: UInt64 = 0
        var position = range.lowerBound
        while let field = Fields.next(in: bytes, from: &position, to: range.upperBound) {
            guard let slot = field.id?.slot, places[slot] != 255 else { continue }
            let index = Int(places[slot])
            let column = fields[index]
            let bit = UInt64(1) << UInt64(index)
            if seen & bit != 0, !column.isList {
                notes.append(Note(field: column.tag, oddity: .repeated))
                continue
            }
            seen |= bit
            var oddity: Note.Oddity?
            column.read(&root, Value(bytes: UnsafeBufferPointer(rebasing: bytes[field.value]), charset), &oddity)
            if let oddity { notes.append(Note(field: column.tag, oddity: oddity)) }
        }
        for (index, column) in fields.enumerated() where column.isRequired && seen & (1 << UInt64(index)) == 0 {
            notes.append(Note(field: column.tag, oddity: .missing))
        }
    }

    private func name(ofFixed index: Int) -> String { Shape.of(Root.code)?.fixed[index].name ?? "" }
}
