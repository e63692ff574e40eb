/// Shelf keys of SuDoc numbers: "nothing, years, letters, numbers" at every step.
///
/// The point is not a decimal point: `A 1.2` comes before `A 1.11`. A step begins with a mark: none or a blank,
/// then `:`, then `-`, then `/`. A date of three digits is a year of the 1800s or 1900s (`/998` is 1998) and, like
/// one of four, comes before letters and numbers, but only where dates stand: after the colon or a slash.
enum DocumentsKey {
    private enum Step: String {
        case blank = "!"
        case colon = "#"
        case dash = "%"
        case slash = "+"
    }

    static func text(_ reading: Reading) -> String {
        let start = reading.parts.first { $0.kind == .letters }?.range.lowerBound ?? 0
        let characters = Array(reading.characters[start...])
        var key = ""
        var step: Step?
        var isInBook = false
        var wasLetter = false
        var hasBlank = false
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let isFigure = character.isFigure
            let letters = isFigure ? "" : Folding.letters(of: character)
            guard isFigure || !letters.isEmpty else {
                // The colon is written even if nothing follows: `A 1.1:` comes before `A 1.1/A:`.
                if character == ":" {
                    key += (step.map { $0 == .slash ? $0.rawValue : "" } ?? "") + Step.colon.rawValue
                    step = nil
                    isInBook = true
                    wasLetter = false
                    hasBlank = false
                } else if character == "/" || character == "-" {
                    if step == .slash, character == "/" { key += Step.slash.rawValue }
                    step = step == .slash ? .slash : (character == "/" ? .slash : .dash)
                } else if character != "." {
                    hasBlank = true
                }
                index += 1
                continue
            }
            let isStart = key.isEmpty || (step == nil && key.last == "#")
            if isFigure {
                let digits = String(characters[index...].prefix { $0.isFigure })
                let isDatePlace = isInBook && (isStart || step == .slash)
                key += isStart ? "" : (step ?? .blank).rawValue
                key += isDatePlace ? year(digits) ?? "[" + KeyText.counted(digits) : "[" + KeyText.counted(digits)
                index += digits.count
            } else {
                let isSameWord = wasLetter && step == nil && !hasBlank
                key += (isStart || isSameWord ? "" : (step ?? .blank).rawValue) + letters
                index += 1
            }
            step = nil
            hasBlank = false
            wasLetter = !isFigure
        }
        return key + (step == .slash ? Step.slash.rawValue : "")
    }

    /// The four digits of a year from 1841 on, the first for which the office used three; `nil` for other numbers.
    private static func year(_ digits: String) -> String? {
        guard let value = Int(digits) else { return nil }
        if digits.count == 3, (841...999).contains(value) { return "1" + digits }
        return digits.count == 4 && (1841...2099).contains(value) ? digits : nil
    }
}
