/// A text as it is worked on: blanks made single, break marks taken out and remembered.
struct SourceText {
    private(set) var characters: [Character] = []
    /// Indices into `characters` before which the text itself asks for a new line.
    private(set) var forcedBreaks: [Int] = []

    /// - Parameter breakMark: A character that asks for a new line, as a line feed always does.
    init(_ text: String, breakMark: Character?) throws(CallNumberError) {
        guard text.utf8.count <= 8 * CallNumber.limit, text.count <= CallNumber.limit else {
            throw .tooLong(limit: CallNumber.limit)
        }
        var isAfterBlank = false
        for (index, character) in text.enumerated() {
            if character == breakMark || (breakMark != nil && (character == "\n" || character == "\r\n")) {
                forcedBreaks.append(characters.count)
                isAfterBlank = !characters.isEmpty
            } else if character.isBlank {
                isAfterBlank = true
            } else {
                guard !character.isControl else { throw .unprintable(position: index + 1) }
                if isAfterBlank && !characters.isEmpty {
                    // A break mark that stood among blanks moves behind the one that is kept.
                    forcedBreaks = forcedBreaks.map { $0 == characters.count ? $0 + 1 : $0 }
                    characters.append(" ")
                }
                isAfterBlank = false
                characters.append(character)
            }
        }
        guard !characters.isEmpty else { throw .empty }
    }
}
