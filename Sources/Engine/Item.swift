import Circulation

/// What keeps an item from being lent, apart from loans and holds.
public enum ItemStatus: String, Sendable, CaseIterable {
    case ordinary, lost, missing, inProcess, reference
}

/// One copy, as it is put into the library.
public struct Item: Equatable, Sendable {
    public var barcode: ItemBarcode
    public var title: String
    public var author: String
    /// Library of Congress call number, or empty.
    public var lc: String
    /// Dewey call number, or empty.
    public var dewey: String
    /// SIP2's media type, three digits: `001` book, `006` compact disc.
    public var mediaType: String
    /// The shelf or room, as the library names it.
    public var location: String
    /// The branch it belongs to; nil is the library's own branch, wherever it is returned.
    public var home: String?
    public var status: ItemStatus
    /// The branch it is on its way to.
    public var transitTo: String?

    public init(
        _ barcode: ItemBarcode, title: String = "", author: String = "", lc: String = "", dewey: String = "",
        mediaType: String = "001", location: String = "", home: String? = nil, status: ItemStatus = .ordinary,
        transitTo: String? = nil
    ) {
        self.barcode = barcode
        self.title = title
        self.author = author
        self.lc = lc
        self.dewey = dewey
        self.mediaType = mediaType
        self.location = location
        self.home = home
        self.status = status
        self.transitTo = transitTo
    }
}

/// A wish to borrow: one copy, or any copy of a title.
public struct Hold: Equatable, Sendable {
    public enum State: String, Sendable { case waiting, transit, ready }
    public enum Wish: Equatable, Sendable { case item(ItemBarcode), title(String) }
    public var patron: PatronBarcode
    public var wish: Wish
    public var pickup: String
    /// `ready` and `transit` need a wish for one item: the copy that was caught.
    public var state: State

    public init(_ patron: PatronBarcode, wants wish: Wish, pickup: String, state: State = .waiting) {
        (self.patron, self.wish, self.pickup, self.state) = (patron, wish, pickup, state)
    }
}

/// A loan, as the library has it.
public struct Loan: Equatable, Sendable {
    public var item: ItemBarcode
    public var patron: PatronBarcode
    public var lent: LocalTime
    public var due: LocalTime
    public var renewals: Int
    public var returned: LocalTime?
}
