/// What is to be printed, never how: bytes, pictures and paper are the business of `Paper`.
public enum Document: Equatable, Sendable {
    case receipt(Receipt)
}

/// A patron's receipt. No name and no card number: a slip that is left lying tells nothing.
public struct Receipt: Equatable, Sendable {
    public enum Kind: Equatable, Sendable { case borrowed, returned }

    public struct Line: Equatable, Sendable {
        public var title: String
        public var due: LocalDate?
        /// What the library system wrote, when it is not a date that can be read.
        public var dueText: String?
        public init(title: String, due: LocalDate? = nil, dueText: String? = nil) {
            (self.title, self.due, self.dueText) = (title, due, dueText)
        }
    }

    public var kind: Kind
    public var library: String
    public var station: String
    public var at: LocalTime
    public var lines: [Line]
    /// Random looking, and not the transaction's: it links a slip to nobody.
    public var number: Int
    public var language: String

    public init(
        kind: Kind, library: String, station: String, at: LocalTime, lines: [Line], number: Int, language: String
    ) {
        self.kind = kind
        self.library = library
        self.station = station
        self.at = at
        self.lines = lines
        self.number = number
        self.language = language
    }
}
