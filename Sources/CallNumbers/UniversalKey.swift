/// Shelf keys of UDC numbers: `622+669`, `622/669`, `622`, then `:`, `=`, `(0`, `(1`, `(=`, `"`, `A/Z`, `-`, `.0`, `'`,
/// then further digits. The points group digits by three and count for nothing.
///
/// The bare number does not come first, so its end has a mark of its own.
enum UniversalKey {
    private static let end = "#"

    static func text(_ reading: Reading) -> String {
        let number = reading.parts.first { $0.kind == .number }?.text ?? ""
        let words = reading.parts.filter { $0.kind == .word }.map { KeyText.natural($0.text) }
        return self.number(Array(number)) + words.filter { !$0.isEmpty }.map { "#" + $0 }.joined()
    }

    private static func number(_ characters: [Character]) -> String {
        var key = ""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            switch character {
            case "+": key += "!"
            case "/": key += "\""
            case ":": key += "$"
            case "=": key += index > 0 && characters[index - 1] == "(" ? "" : "%"
            case "(": key += next == "=" ? "(" : (next == "0" ? "&" : "'")
            case ")", "]": key += end
            case "\"": key += ")"
            case "-": key += "+"
            case "'": key += "-"
            case ".": key += next == "0" ? "," : ""
            default:
                if character.isFigure {
                    key.append(character)
                } else {
                    let letters = Folding.letters(of: character)
                    let isAfterLetter = index > 0 && !Folding.letters(of: characters[index - 1]).isEmpty
                    key += letters.isEmpty || isAfterLetter ? letters : "*" + letters
                }
            }
        }
        return key + end
    }
}
