/// What is wrong with a settings file: everything at once, in the order of its lines.
///
/// No value of the file is ever in it, because one of them could be a password.
public struct SettingsError: Error, Equatable, Sendable {
    public struct Problem: Equatable, Sendable, CustomStringConvertible {
        public enum Kind: String, CaseIterable, Sendable {
            case unreadable = "SET-1"
            case notYAML = "SET-2"
            case unknown = "SET-3"
            case badValue = "SET-4"
            case twice = "SET-5"
            case unfitting = "SET-6"
        }

        public var kind: Kind
        /// From 1; nil if the problem is not in one place.
        public var line: Int?
        public var text: String

        /// `line 12: there is no setting library.hots; did you mean library.host? (SET-3)`
        public var description: String { (line.map { "line \($0): " } ?? "") + text + " (\(kind.rawValue))" }
    }

    public var problems: [Problem]

    /// Stable across releases: the code of the first problem.
    public var code: String { problems.first?.kind.rawValue ?? "SET-1" }

    /// One sentence.
    public var advice: String {
        "The settings have \(problems.count == 1 ? "a problem" : "\(problems.count) problems"): "
            + problems.map(\.description).joined(separator: "; ") + "."
    }
}
