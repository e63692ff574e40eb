import Circulation

/// Everything that a patron can see, as values. What it says is in messages, what it looks like is in the page.
public enum Screen: Equatable, Sendable {
    case starting
    case attract
    case books(count: Int)
    case pin(PIN)
    case sorry(Sorry)
    case borrow(Session)
    case giveBack(Session)
    case receipt(secondsLeft: Int)
    case goodbye(Goodbye)
    case outOfOrder(Rest)

    public struct PIN: Equatable, Sendable {
        /// Tries left after a wrong one; nil before the first.
        public var triesLeft: Int?
        /// True while the library system is asked.
        public var isAsking: Bool
    }

    /// The card was read and cannot be used for borrowing: the reason, and what else stands in the way.
    public struct Sorry: Equatable, Sendable {
        public var reason: Message
        public var also: [Message]
        public var needsStaff: Bool
    }

    public struct Session: Equatable, Sendable {
        /// The patron's given name, if the library shows it.
        public var name: String?
        public var rows: [Row]
        public var onPad: Int
        public var notice: Message?

        public var done: Int { rows.filter { $0.life.isDone }.count }
        public var troubled: Int { rows.filter { $0.life.needsPatron || $0.life.needsStaff }.count }
        public var isWorking: Bool { rows.contains { $0.life.isWorking } }
    }

    public struct Goodbye: Equatable, Sendable {
        public var kind: Receipt.Kind
        public var count: Int
        public var firstDue: LocalDate?
        public var notices: [Message]
    }

    public struct Rest: Equatable, Sendable {
        public var canReturn: Bool
        public var code: String  // K-901 …, for the telephone
    }
}

extension Screen {
    /// The name in the page, in the pictures and in the tests.
    public enum Name: String, CaseIterable, Sendable {
        case starting, attract, books, pin, sorry, borrow
        case giveBack = "return"
        case receipt, goodbye, outOfOrder
    }

    public var name: Name {
        switch self {
        case .starting: .starting
        case .attract: .attract
        case .books: .books
        case .pin: .pin
        case .sorry: .sorry
        case .borrow: .borrow
        case .giveBack: .giveBack
        case .receipt: .receipt
        case .goodbye: .goodbye
        case .outOfOrder: .outOfOrder
        }
    }
}

/// A question that lies over a screen.
public enum Overlay: Equatable, Sendable {
    /// "Are you still here?"
    case warning(secondsLeft: Int, of: Int, hasLoans: Bool)
}

/// What a person can press. Each offered choice gets a token from the station.
public enum Choice: Hashable, Sendable {
    case finish
    case cancel
    case returnInstead
    case returnBooks
    case understood
    case help
    case paper
    case noPaper
    case nextCard
    case stay
    case leave
    case typePIN
    case language(String)
}

/// A short tone with a meaning; its visual twin is on the screen.
public enum Sound: String, Sendable, CaseIterable {
    case card, book, done, all, back, ask, stop
}

/// What the kiosk shows now.
public struct Display: Equatable, Sendable {
    public var screen: Screen
    public var overlay: Overlay?
    public var language: String
    /// In the order in which they stand on the screen; the overlay's come last.
    public var choices: [Choice]
    /// Sounds are numbered, so that a dropped event is not a lost sound and a repeated one is not heard twice.
    public var sound: Sound?
    public var soundNumber: Int
}
