/// A call number's characters with marks for where lines begin and what is not printed.
///
/// Marks are only ever added, and a line is what stands between two of them: that is why nothing can be lost.
struct Page {
    let characters: [Character]
    private var begins: [Bool]
    private var isHidden: [Bool]
    private var hasBlankBefore: [Bool]

    init(_ source: SourceText) {
        characters = source.characters
        begins = Array(repeating: false, count: characters.count)
        isHidden = begins
        hasBlankBefore = begins
        for index in source.forcedBreaks { breakBefore(index) }
    }

    mutating func breakBefore(_ index: Int) {
        if characters.indices.contains(index) { begins[index] = true }
    }

    mutating func hide(_ index: Int) {
        if characters.indices.contains(index) { isHidden[index] = true }
    }

    mutating func putBlank(before index: Int) {
        if characters.indices.contains(index) { hasBlankBefore[index] = true }
    }

    /// Whether the character before is a blank, as it is before every word but the first.
    func isAfterBlank(_ index: Int) -> Bool {
        index > 0 && characters[index - 1].isBlank
    }

    /// The lines, without blanks at their ends and without empty ones.
    func lines() -> [[Character]] {
        var lines: [[Character]] = []
        var line: [Character] = []
        for index in characters.indices {
            if begins[index] {
                lines.append(line)
                line = []
            }
            guard !isHidden[index] else { continue }
            let character = characters[index]
            // A blank of our own, or of the text, once; never at the beginning of a line.
            if hasBlankBefore[index] && !line.isEmpty && line.last != " " { line.append(" ") }
            if character.isBlank && (line.isEmpty || line.last == " ") { continue }
            line.append(character)
        }
        lines.append(line)
        return lines.map { $0.last == " " ? Array($0.dropLast()) : $0 }.filter { !$0.isEmpty }
    }

    /// Applies the lists of texts at which any number is broken; round brackets protect what is in them.
    mutating func markTexts(_ rules: SpineRules) {
        guard !(rules.breaksBefore.isEmpty && rules.breaksAfter.isEmpty && rules.breaksInstead.isEmpty) else { return }
        var depth = 0
        for index in characters.indices {
            if depth == 0 {
                for text in rules.breaksBefore where matches(text, at: index) { breakBefore(index) }
                for text in rules.breaksAfter where matches(text, at: index) { breakBefore(index + text.count) }
                for text in rules.breaksInstead where matches(text, at: index) {
                    for hidden in index..<index + text.count { hide(hidden) }
                    breakBefore(index + text.count)
                }
            }
            if characters[index] == "(" { depth += 1 }
            if characters[index] == ")" { depth = max(0, depth - 1) }
        }
    }

    private func matches(_ text: String, at index: Int) -> Bool {
        !text.isEmpty && characters[index...].starts(with: text)
    }
}
