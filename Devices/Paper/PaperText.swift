/// A slip as lines of a fixed width: finished words in their places, and nothing about any printer.
public struct PaperText: Equatable, Sendable {
    public struct Line: Equatable, Sendable {
        /// At most as wide as the slip, without trailing blanks. In reading order, also where that is from right to
        /// left: a line that belongs to the right edge begins with blanks.
        public var text: String
        public var isBold: Bool
        public init(_ text: String, isBold: Bool = false) { (self.text, self.isBold) = (text, isBold) }
    }

    public var columns: Int
    public var lines: [Line] = []

    /// For people, tests and the pretend printer.
    public var text: String { lines.map { $0.text + "\n" }.joined() }

    init(columns: Int) { self.columns = columns }

    enum Side { case start, middle }

    /// Adds a line where a reader of this direction looks for it.
    mutating func add(_ text: String, _ side: Side = .start, isBold: Bool = false, isRightToLeft: Bool) {
        let free = max(0, columns - Width.of(text))
        let before = side == .middle ? free / 2 : isRightToLeft ? free : 0
        lines.append(Line(blanks(before) + text, isBold: isBold))
    }

    /// Two texts on one line, one at each edge; on two lines if they do not fit.
    mutating func add(_ first: String, atFarEdge second: String, isRightToLeft: Bool) {
        let free = columns - Width.of(first) - Width.of(second)
        guard free >= 1 else {
            add(first, isRightToLeft: isRightToLeft)
            add(second, isRightToLeft: isRightToLeft)
            return
        }
        let texts = isRightToLeft ? (second, first) : (first, second)
        lines.append(Line(texts.0 + blanks(free) + texts.1))
    }

    mutating func addRule() { lines.append(Line(String(repeating: "─", count: columns))) }

    mutating func addGap() { lines.append(Line("")) }

    /// A frame as wide as the slip.
    mutating func addBoxed(_ texts: [String], isRightToLeft: Bool) {
        let inner = columns - 4
        let bar = String(repeating: "─", count: columns - 2)
        lines.append(Line("┌\(bar)┐"))
        for text in texts {
            let free = blanks(inner - Width.of(text))
            lines.append(Line(isRightToLeft ? "│ \(free)\(text) │" : "│ \(text)\(free) │", isBold: true))
        }
        lines.append(Line("└\(bar)┘"))
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
