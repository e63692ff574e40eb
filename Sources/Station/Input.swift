import Circulation
import Kiosk

/// Everything that can happen to a station, one at a time.
public enum Input: Equatable, Sendable {
    case opened(Port)
    case closed(Port, reason: String)
    case received(Port, [UInt8])
    case lineUp
    case lineDown
    case lineReceived([UInt8])
    /// All entries up to this one are on disk.
    case committed(EntryNumber)
    /// The journal cannot be written (disk full, disk gone). The entries stay with the host and are tried again;
    /// `committed` tells when that worked.
    case journalFailed
    case pressed(Token)
    case typedPIN(Token, Secret)
    case touched
    case printed(job: Int, isDone: Bool)
    /// The moment of `nextWake` has come.
    case woke
}

/// Everything a station wants done, in order. What needs an entry on disk is held back by the station itself
/// until `committed` says so; the host does what it is told when it is told.
public enum Output: Equatable, Sendable {
    case open(Port)
    case close(Port)
    case write(Port, [UInt8])
    case dial
    case send([UInt8])
    case hangUp
    case print(job: Int, Document)
    case show(Shown)
}

/// What the page gets: the display, and a token for each choice on it.
public struct Shown: Equatable, Sendable {
    public var number: Int
    public var display: Display
    public var offers: [Offer]

    public struct Offer: Equatable, Sendable {
        public var token: Token
        public var choice: Choice
    }
}

/// Stands for one offered choice. Good once, and as long as the choice is offered: a double tap cannot act
/// twice, and a tap is not lost because a book landed at the same moment.
public struct Token: Hashable, Sendable {
    public let text: String
    public init(_ text: String) { self.text = text }
}
