import Circulation
import GRDB

extension Library {
    /// Fills an empty library with the sample; a library with a card or an item in it is left alone.
    /// - Parameters:
    ///   - branch: the branch of the kiosk; `other` is somewhere else.
    ///   - pinCost: as for `PINHash`.
    /// - Returns: whether anything was put in.
    @discardableResult
    public func loadSample(
        at now: LocalTime, branch: String = "MAIN", other: String = "NORTH", pinCost: Int = PINHash.usualCost
    ) throws(LibraryError) -> Bool {
        guard try look({ try Self.isEmpty($0) }) else { return false }
        var generator = SystemRandomNumberGenerator()
        var patrons: [Patron] = []
        for card in SampleCard.allCases {
            let pin = try PINHash(SampleCatalogue.pin, cost: pinCost, using: &generator)
            patrons.append(Self.patron(of: card, pin: pin, on: now.date))
        }
        return try change { database in
            // Another process may have been quicker.
            guard try Self.isEmpty(database) else { return false }
            let stock = Stock(database: database)
            for patron in patrons { try stock.add(patron) }
            for (index, book) in Self.sampleCatalogue.items.enumerated() {
                try stock.add(Self.item(of: book, at: SamplePlace(rawValue: index + 1), other: other))
            }
            try Self.addLoans(to: stock, at: now)
            try Self.addHolds(to: stock, branch: branch, other: other)
            try database.execute(
                sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('sample', ?)", arguments: [now.text])
            return true
        }
    }

    private static func isEmpty(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT NOT EXISTS (SELECT 1 FROM patron) AND NOT EXISTS (SELECT 1 FROM item)") ?? false
    }

    private static func patron(of card: SampleCard, pin: PINHash, on day: LocalDate) -> Patron {
        Patron(
            card.barcode, name: card.name, kind: card.kind, pin: pin,
            expires: day.adding(days: card == .expired ? -30 : 3650), isLost: card == .lost,
            blocked: card == .blocked ? "Please speak to the staff." : nil)
    }

    private static func item(of book: SampleCatalogue.Book, at place: SamplePlace?, other: String) -> Item {
        var item = Item(
            book.barcode, title: book.title, author: book.author, lc: book.lc, dewey: book.dewey, location: "Stacks")
        switch place {
        case .reference: (item.status, item.location) = (.reference, "Reading room")
        case .missing: item.status = .missing
        case .lost: item.status = .lost
        case .inProcess: item.status = .inProcess
        case .inTransit: (item.home, item.transitTo) = (other, other)
        case .northern: item.home = other
        case .holdForReady, .holdForWaiting, .overdue, .wantedHere, .wantedNorth, nil: break
        }
        return item
    }

    private static func addLoans(to stock: Stock, at now: LocalTime) throws {
        func lend(_ item: ItemBarcode, to card: SampleCard, daysAgo: Int) throws {
            let day = now.date.adding(days: -daysAgo)
            try stock.lend(
                item, to: card.barcode, at: LocalTime(day, hour: 12, minute: 0),
                due: LocalTime(day.adding(days: 28), hour: 23, minute: 59))
        }
        for place in SamplePlace.lentToFull { try lend(SampleCatalogue.item(place), to: .full, daysAgo: 7) }
        try lend(SamplePlace.overdue.barcode, to: .reader, daysAgo: 40)
        try lend(SamplePlace.wantedHere.barcode, to: .reader, daysAgo: 14)
        try lend(SamplePlace.wantedNorth.barcode, to: .reader, daysAgo: 14)
        func owe(_ minor: Int, _ kind: Fee.Kind, _ card: SampleCard) throws {
            try stock.add(Fee(Money(minor: minor, currency: "EUR"), kind: kind), to: card.barcode, at: now)
        }
        try owe(10_00, .damage, .owing)
        try owe(2_40, .overdue, .owing)
        try owe(2_50, .overdue, .reader)
    }

    private static func addHolds(to stock: Stock, branch: String, other: String) throws {
        func hold(_ place: SamplePlace, for card: SampleCard, at pickup: String, _ state: Hold.State) throws {
            try stock.add(Hold(card.barcode, wants: .item(place.barcode), pickup: pickup, state: state))
        }
        try hold(.holdForReady, for: .holdReady, at: branch, .ready)
        try hold(.holdForWaiting, for: .waiting, at: branch, .ready)
        try hold(.wantedHere, for: .waiting, at: branch, .waiting)
        try hold(.wantedNorth, for: .waiting, at: other, .waiting)
    }
}
