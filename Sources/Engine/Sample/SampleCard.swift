import Circulation

/// One card for every case that a kiosk meets. The number is the card's place: 1 is 21234000000018.
enum SampleCard: Int, CaseIterable {
    case ordinary = 1
    case owing, full, expired, lost, child, staff, holdReady, longName, arabic, hebrew, blocked, reader, waiting

    var barcode: PatronBarcode { SampleCatalogue.card(rawValue) }

    var kind: PatronKind {
        switch self {
        case .child: .child
        case .staff: .staff
        case .ordinary, .owing, .full, .expired, .lost, .holdReady, .longName, .arabic, .hebrew, .blocked, .reader,
            .waiting:
            .adult
        }
    }

    /// Names made up for the sample.
    var name: String {
        switch self {
        case .ordinary: "Ada Miller"
        case .owing: "Ben Carter"
        case .full: "Clara Novak"
        case .expired: "David Olsen"
        case .lost: "Eva Romano"
        case .child: "Finn Larsen"
        case .staff: "Grace Hopkins"
        case .holdReady: "Henry Dubois"
        case .longName: "Maximiliana Wilhelmine Philippa von Hohenstein-Waldburg zu Lichtenberg und Rosenau"
        case .arabic: "ليلى عبد الرحمن الحسيني"
        case .hebrew: "נועה בן־דוד"
        case .blocked: "Ingrid Svensson"
        case .reader: "Jonas Weber"
        case .waiting: "Kofi Mensah"
        }
    }

    var note: String {
        switch self {
        case .ordinary: "borrows"
        case .owing: "owes 12.40 EUR: may not borrow"
        case .full: "has 20 loans: may not borrow more"
        case .expired: "card expired"
        case .lost: "card reported lost"
        case .child: "a child's card; borrows"
        case .staff: "a staff card"
        case .holdReady: "has a hold ready on the shelf"
        case .longName: "a long name; borrows"
        case .arabic: "a name from right to left (Arabic); borrows"
        case .hebrew: "a name from right to left (Hebrew); borrows"
        case .blocked: "blocked by the staff"
        case .reader: "has 3 loans, one of them overdue; owes 2.50 EUR"
        case .waiting: "waits for books that others have"
        }
    }
}

/// The works of the sample that are not simply on the shelf, by place.
enum SamplePlace: Int, CaseIterable {
    case holdForReady = 40
    case reference, missing, lost, inProcess, inTransit, northern, holdForWaiting, overdue, wantedHere, wantedNorth

    var barcode: ItemBarcode { SampleCatalogue.item(rawValue) }

    /// The last twenty works are lent to the card that is full.
    static let lentToFull = 281...300

    var note: String {
        switch self {
        case .holdForReady: "on the hold shelf for Henry Dubois"
        case .reference: "for use in the library only"
        case .missing: "recorded as missing"
        case .lost: "recorded as lost"
        case .inProcess: "not ready for lending"
        case .inTransit: "on its way to the other branch"
        case .northern: "belongs to the other branch"
        case .holdForWaiting: "on the hold shelf for Kofi Mensah"
        case .overdue: "lent to Jonas Weber, overdue"
        case .wantedHere: "lent to Jonas Weber, somebody waits for it here"
        case .wantedNorth: "lent to Jonas Weber, somebody waits for it at the other branch"
        }
    }
}
