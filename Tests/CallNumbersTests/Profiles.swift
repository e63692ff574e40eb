import CallNumbers

/// The rules that a row's description of a library's practice asks for.
enum Profiles {
    static func number(_ row: VectorRow, _ scheme: Scheme) -> (CallNumber, SpineRules) {
        var number = CallNumber(scheme: scheme, text: row.input ?? "")
        var rules = SpineRules(scheme: scheme)
        let profile = row.profile ?? ""
        if profile.contains("class decimal on its own line") { rules.classDecimal = .breakBefore }
        if profile.hasPrefix("break before decimal"), scheme == .dewey { rules.deweyBreak = .beforePoint }
        if profile.contains("break after \"/\"") { rules.breaksAfter = ["/"] }
        if profile == "break before colon only" { rules.colon = .breakBefore }
        if profile.contains("colon not printed") {
            rules.stem = .lettersThenNumber
            rules.colon = .breakInstead
            rules.spacesLettersFromDigits = true
            rules.width = 8
        }
        if profile == "break before decimal; after colon; slash and dash replaced by break" {
            rules.stem = .breakBeforePoint
            rules.breaksInstead = ["/", "-"]
        }
        if profile.contains("call number unbroken") {
            // The location is a field of the record, not a part of the number.
            let words = number.text.split(separator: " ", maxSplits: 1).map(String.init)
            number.locationPrefix = words.first ?? ""
            number.text = words.last ?? ""
            rules.isUnbroken = true
        }
        return (number, rules)
    }
}
