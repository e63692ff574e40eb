import Circulation
import Engine
import Testing

@Suite struct SampleTests {
    static let catalogue = Library.sampleCatalogue

    func filled() throws -> Library {
        let library = try Library(inMemory: ())
        #expect(try library.loadSample(at: Small.now, pinCost: 1))
        return library
    }

    func card(_ label: String) throws -> PatronBarcode {
        try #require(Self.catalogue.cards.first { $0.label == label }).barcode
    }

    @Test func thereAreThreeHundredWorksWithTwoCallNumbersEach() {
        let items = Self.catalogue.items
        #expect(items.count == 300)
        #expect(Set(items.map(\.barcode)).count == 300)
        #expect(Set(items.map { $0.title + $0.author }).count == 300)
        for item in items {
            #expect(!item.title.isEmpty && !item.author.isEmpty)
            #expect(item.lc.contains(/^[A-Z]{1,3}[0-9]+(\.[0-9]+)? ?.*[0-9]{4}$/), "\(item.lc)")
            #expect(item.dewey.contains(/^[0-9]{3}(\.[0-9]+)? [A-Z]{3}$/), "\(item.dewey)")
        }
    }

    @Test func everyBarcodeHasFourteenDigitsAndItsCheckDigit() {
        #expect(Self.catalogue.items[0].barcode.text == "31234000000016")
        #expect(Self.catalogue.cards[0].barcode.text == "21234000000018")
        let all = Self.catalogue.items.map(\.barcode.text) + Self.catalogue.cards.map(\.barcode.text)
        for text in all {
            let digits = text.compactMap(\.wholeNumberValue)
            #expect(digits.count == 14)
            // Luhn, told the other way round than in the sample: every second digit from the left is doubled.
            let sum = digits.enumerated().reduce(0) { sum, place in
                let twice = place.offset % 2 == 0 ? place.element * 2 : place.element
                return sum + twice / 10 + twice % 10
            }
            #expect(sum % 10 == 0, "\(text)")
        }
    }

    @Test func itIsLoadedOnceAndOnlyIntoAnEmptyLibrary() throws {
        let library = try filled()
        #expect(try library.loadSample(at: Small.now, pinCost: 1) == false)
        #expect(try Small.library().loadSample(at: Small.now, pinCost: 1) == false)
    }

    @Test(arguments: [
        ("Ada Miller", nil), ("Ben Carter", Refusal.owesTooMuch), ("Clara Novak", .tooManyLoans),
        ("David Olsen", .cardExpired), ("Eva Romano", .cardLost), ("Finn Larsen", nil), ("Grace Hopkins", nil),
        ("Henry Dubois", nil), ("Ingrid Svensson", .cardBlocked), ("Jonas Weber", nil), ("Kofi Mensah", nil),
    ])
    func everyCardDoesWhatItsNoteSays(_ name: String, _ refusal: Refusal?) throws {
        let library = try filled()
        let patron = try card(name)
        let first = ItemBarcode("31234000000016")
        #expect(
            try library.checkout(first, to: patron, pin: Secret("1234"), mayRenew: false, at: Small.now).refusal
                == refusal)
        let report = try #require(try library.report(on: patron, pin: Secret("1234"), at: Small.now))
        #expect(report.isPINRight == true)
        #expect(report.name == name)
    }

    @Test func theCardsShowTheirLoansHoldsAndNames() throws {
        let library = try filled()
        func report(_ name: String, _ list: PatronList) throws -> PatronReport {
            try #require(try library.report(on: try card(name), list: list, at: Small.now))
        }
        #expect(try report("Clara Novak", .charged).list.count == 20)
        #expect(try report("Henry Dubois", .readyHolds).list == [Self.catalogue.items[39].barcode.text])
        #expect(try report("Jonas Weber", .overdue).overdue == 1)
        #expect(try report("Ben Carter", .fees).owed == Small.euros(12_40))
        #expect(try report("Finn Larsen", .fees).kind == .child)
        #expect(try report("Grace Hopkins", .fees).kind == .staff)
        #expect(Self.catalogue.cards.contains { $0.label.count > 60 })
        #expect(
            Self.catalogue.cards.contains { $0.label.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } })
        #expect(
            Self.catalogue.cards.contains { $0.label.unicodeScalars.contains { (0x590...0x5FF).contains($0.value) } })
    }

    @Test(arguments: [
        ("on the hold shelf for Henry Dubois", Refusal.onHoldForAnother),
        ("for use in the library only", .referenceOnly),
        ("recorded as missing", .missing), ("recorded as lost", .lost), ("not ready for lending", .inProcess),
        ("on its way to the other branch", .inTransit), ("belongs to the other branch", nil),
        ("on the hold shelf for Kofi Mensah", .onHoldForAnother), ("lent to Jonas Weber, overdue", .chargedToAnother),
    ])
    func everySpecialBookDoesWhatItsNoteSays(_ note: String, _ refusal: Refusal?) throws {
        let library = try filled()
        let item = try #require(Self.catalogue.items.first { $0.note == note }).barcode
        let patron = try card("Ada Miller")
        #expect(try library.checkout(item, to: patron, mayRenew: false, at: Small.now).refusal == refusal)
    }

    @Test(arguments: [
        ("lent to Jonas Weber, somebody waits for it here", "here"),
        ("lent to Jonas Weber, somebody waits for it at the other branch", "elsewhere"),
        ("belongs to the other branch", "transit"), ("recorded as missing", "staff"), ("", "shelf"),
    ])
    func everyReturnFindsItsWay(_ note: String, _ way: String) throws {
        let library = try filled()
        let item = try #require(Self.catalogue.items.first { $0.note == note }).barcode
        let routing = try library.checkin(item, at: "MAIN", now: Small.now).routing
        let found =
            switch routing {
            case .shelf: "shelf"
            case .holdHere: "here"
            case .holdElsewhere: "elsewhere"
            case .transit: "transit"
            case .staff: "staff"
            }
        #expect(found == way)
    }
}
