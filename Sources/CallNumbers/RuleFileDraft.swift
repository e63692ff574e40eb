/// A rule file while it is being read.
struct RuleFileDraft {
    private var name = ""
    private var rules: SpineRules?
    private var examples: [RuleExample] = []
    private var seen: [String] = []
    private var problems: [RuleFileError.Problem] = []

    /// Most problems that are reported: a file of another kind should not give a page for each line.
    private static let mostProblems = 20

    mutating func read(_ line: Substring, number: Int) {
        let text = Self.trimmed(line)
        guard !text.isEmpty, text.first != "#" else { return }
        if text.first == ">" {
            expect(Self.trimmed(text.dropFirst()[...]), number)
            return
        }
        let word = text.prefix { !$0.isBlank }
        let value = Self.trimmed(text.dropFirst(word.count))
        guard !value.isEmpty else { return report(number, "\"\(word)\" has no value.") }
        switch word {
        case "name": once(String(word), number) { $0.name = value }
        case "scheme":
            guard let scheme = Scheme(rawValue: value) else {
                let names = Scheme.allCases.map(\.rawValue).joined(separator: ", ")
                return report(number, "The scheme must be one of \(names).")
            }
            once(String(word), number) { $0.rules = SpineRules(scheme: scheme) }
        case "example": begin(value, number)
        case "location-prefix": inExample(word, number) { $0.callNumber.locationPrefix = value }
        case "prefix": inExample(word, number) { $0.callNumber.prefix = value }
        case "suffix": inExample(word, number) { $0.callNumber.suffix = value }
        case "location-suffix": inExample(word, number) { $0.callNumber.locationSuffix = value }
        case "refused": inExample(word, number) { $0.refusal = value }
        default: set(String(word), value, number)
        }
    }

    /// - Throws: All problems found, those of the examples included.
    consuming func finished() throws(RuleFileError) -> RuleFile {
        guard let rules else {
            if problems.isEmpty { report(1, "The file does not name its scheme.") }
            throw RuleFileError(problems)
        }
        if examples.isEmpty && problems.isEmpty {
            report(1, "There is no example: a file must show what it is for, so that it can be checked.")
        }
        for example in examples where problems.isEmpty || problems.allSatisfy({ $0.line != example.line }) {
            if example.expected.isEmpty && example.refusal == nil {
                report(example.line, "The example does not say which lines are expected.")
            } else if !example.expected.isEmpty && example.refusal != nil {
                report(example.line, "The example expects both lines and a refusal.")
            } else if let problem = example.problem(rules) {
                report(example.line, problem)
            }
        }
        guard problems.isEmpty else { throw RuleFileError(problems.sorted { $0.line < $1.line }) }
        return RuleFile(name: name, rules: rules, examples: examples)
    }

    private mutating func set(_ word: String, _ value: String, _ number: Int) {
        guard let setting = RuleSetting.all.first(where: { $0.name == word }) else {
            return report(number, "\"\(word)\" is not known.")
        }
        guard let scheme = rules?.scheme else { return report(number, "The scheme must be named before \"\(word)\".") }
        guard examples.isEmpty else { return report(number, "\"\(word)\" must stand before the first example.") }
        guard setting.schemes.contains(scheme) else {
            return report(number, "\"\(word)\" does nothing in the scheme \(scheme.rawValue).")
        }
        once(word, number) { draft in
            guard var rules = draft.rules else { return }
            guard setting.apply(&rules, value) else {
                return draft.report(number, "\"\(word)\" takes \(setting.takes).")
            }
            draft.rules = rules
        }
    }

    private mutating func begin(_ value: String, _ number: Int) {
        guard let scheme = rules?.scheme else { return report(number, "The scheme must be named before an example.") }
        examples.append(RuleExample(line: number, callNumber: CallNumber(scheme: scheme, text: value)))
    }

    private mutating func expect(_ line: String, _ number: Int) {
        guard !line.isEmpty else { return report(number, "An expected line is empty.") }
        inExample(">", number) { $0.expected.append(line) }
    }

    private mutating func inExample(_ word: Substring, _ number: Int, _ change: (inout RuleExample) -> Void) {
        guard !examples.isEmpty else { return report(number, "\"\(word)\" must stand below an example.") }
        change(&examples[examples.count - 1])
    }

    private mutating func once(_ word: String, _ number: Int, _ change: (inout Self) -> Void) {
        guard !seen.contains(word) else { return report(number, "\"\(word)\" is there twice.") }
        seen.append(word)
        change(&self)
    }

    private mutating func report(_ line: Int, _ message: String) {
        guard problems.count < Self.mostProblems else { return }
        problems.append(RuleFileError.Problem(line: line, message: message))
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isBlank)
        let end = start.lastIndex { !$0.isBlank }
        return end.map { String(start[...$0]) } ?? ""
    }
}
