import Circulation
import Kiosk

/// What the station asks the library system. One at a time is on the line.
enum Question: Equatable, Sendable {
    case checkout(ItemBarcode, PatronBarcode)
    case checkin(ItemBarcode)
    case item(ItemBarcode)
    /// - Parameter chargedFrom: the first of the patron's loans that is wanted, from 1.
    case patron(PatronBarcode, Secret?, chargedFrom: Int)
    case endVisit(PatronBarcode)
}

/// What came back, already in the words of circulation. `Dialogue` makes it of a frame.
enum Answer: Equatable, Sendable {
    case checkout(Checkout)
    case checkin(Checkin)
    case item(Item)
    case patron(Patron)
    case visitEnded
    /// Not an answer to what was asked: another item, another message, nothing that can be read.
    case unreadable

    struct Checkout: Equatable, Sendable {
        var isLent: Bool
        var item: String
        var title: String?
        var due: Due
        var unlocks: Bool
    }

    struct Checkin: Equatable, Sendable {
        var isReturned: Bool
        var item: String
        var title: String?
        var route: Route
        var arms: Bool
    }

    struct Item: Equatable, Sendable {
        var item: String
        var title: String?
        var status: Int  // SIP2 circulation status, 1...13; 0 when missing
        var due: Due

        /// 04 charged, 05 charged and not to be recalled yet.
        var isCharged: Bool { status == 4 || status == 5 }
    }

    struct Patron: Equatable, Sendable {
        var standing: Standing
        var name: String?
        /// How many loans the library system counts, and the page of them that it listed.
        var chargedCount: Int?
        var charged: [ItemBarcode]
        var isKnown: Bool
    }

    enum Standing: Equatable, Sendable {
        case good
        case wrongPIN
        case refused(reason: Message, also: [Message], needsStaff: Bool)
    }
}
