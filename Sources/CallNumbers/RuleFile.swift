/// A library's own rules for its spine labels, with examples of what must come out.
///
/// The examples are checked whenever the file is read, so a rule that does not do what the library wants is found
/// before a label is printed, and again when a new release changes anything. The format is in
/// `docs/call-numbers.md`.
public struct RuleFile: Equatable, Sendable {
    public let name: String
    public let rules: SpineRules
    public let examples: [RuleExample]

    /// Longest file, in bytes.
    public static let limit = 64 * 1024

    /// - Throws: ``RuleFileError`` with every problem of the file and its line, if there is any.
    public init(parsing text: String) throws(RuleFileError) {
        guard text.utf8.count <= Self.limit else {
            throw RuleFileError([.init(line: 1, message: "The file is longer than \(Self.limit) bytes.")])
        }
        var draft = RuleFileDraft()
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            draft.read(line, number: index + 1)
        }
        self = try draft.finished()
    }

    init(name: String, rules: SpineRules, examples: [RuleExample]) {
        self.name = name
        self.rules = rules
        self.examples = examples
    }
}

/// A call number and what its label must say.
public struct RuleExample: Equatable, Sendable {
    /// The line of the file that names it, counted from 1.
    public let line: Int
    public var callNumber: CallNumber
    public var expected: [String] = []
    /// The code of the error that is expected instead of lines.
    public var refusal: String?

    /// What is wrong; `nil` if the rules do what the example says.
    func problem(_ rules: SpineRules) -> String? {
        do throws(CallNumberError) {
            let found = try callNumber.spine(rules).lines
            if let refusal { return "This should be refused with \(refusal), but gives \(Self.shown(found))." }
            return found == expected ? nil : "This gives \(Self.shown(found)), not \(Self.shown(expected))."
        } catch {
            return refusal == error.code ? nil : "This is refused: \(error.code) \(error.message)"
        }
    }

    private static func shown(_ lines: [String]) -> String { lines.joined(separator: " | ") }
}

/// What is wrong with a rule file: every problem at once.
public struct RuleFileError: Error, Equatable, Sendable {
    public struct Problem: Equatable, Sendable {
        /// Counted from 1.
        public let line: Int
        public let message: String
    }

    public let problems: [Problem]

    init(_ problems: [Problem]) { self.problems = problems }

    public var code: String { "CALL-7" }
    public var advice: String { "Correct the lines named, or print with the scheme's usual rules until then." }
}
