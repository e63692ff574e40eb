/// Makes lines of a fixed width from words that somebody else chose.
enum Wrapping {
    /// Stands for a text's rest. It may be printed as three points, so three places are kept for it.
    static let rest: Character = "…"
    private static let restWidth = 3

    /// What may be printed of data: no control characters, which a printer would obey, and no marks that steer the
    /// direction of text; any white space is one blank; `…` is three points, so that ours is the only one.
    static func cleaned(_ text: String) -> String {
        var kept = ""
        for character in text {
            if character.isWhitespace {
                if !kept.isEmpty && !kept.hasSuffix(" ") { kept.append(" ") }
            } else if character == rest {
                kept += "..."
            } else {
                let scalars = character.unicodeScalars.filter { !isRefused($0) }
                kept += String(String.UnicodeScalarView(scalars))
            }
        }
        return kept.hasSuffix(" ") ? String(kept.dropLast()) : kept
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar.value != 0x200C && scalar.value != 0x200D  // joiners belong to the spelling
        default: false
        }
    }

    /// Breaks at blanks, or before East Asian characters, or, where a word is longer than a line, inside it.
    ///
    /// - Parameters:
    ///   - text: is cleaned first.
    ///   - width: places a line, at least 4.
    ///   - most: lines at most; what is left over is cut off, and a `…` says so.
    static func lines(_ text: String, width: Int, most: Int) -> [String] {
        var left = Substring(cleaned(text))
        var lines: [String] = []
        while !left.isEmpty && lines.count < most {
            if Width.of(left) <= width {
                lines.append(String(left))
                return lines
            }
            let isLast = lines.count == most - 1
            let line = head(left, width: isLast ? width - restWidth : width)
            lines.append(String(trimmed(line)) + (isLast ? String(rest) : ""))
            left = left[line.endIndex...].drop { $0 == " " }
        }
        return lines
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    /// As much of the beginning as fits, never nothing.
    private static func head(_ text: Substring, width: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        var lastBreak: Substring.Index?
        while end < text.endIndex {
            let character = text[end]
            let places = Width.of(character)
            if character == " " || (places == 2 && end > text.startIndex) { lastBreak = end }
            guard used + places <= width else { break }
            used += places
            end = text.index(after: end)
        }
        if end == text.startIndex { return text.prefix(1) }
        if let lastBreak, lastBreak > text.startIndex { return text[..<lastBreak] }
        return text[..<end]
    }
}
