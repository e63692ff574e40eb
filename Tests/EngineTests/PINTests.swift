import Circulation
import Engine
import Testing

@Suite struct PINTests {
    @Test func onlyTheRightPINMatches() throws {
        var generator = SystemRandomNumberGenerator()
        let hash = try PINHash(Secret("1234"), cost: 1, using: &generator)
        #expect(hash.matches(Secret("1234")))
        for wrong in ["", "123", "12345", "1235", "1234\0", "1234 ", String(repeating: "1", count: 10_000)] {
            #expect(!hash.matches(Secret(wrong)))
        }
    }

    @Test func theSamePINGivesAnotherHashForAnotherCard() throws {
        var generator = SystemRandomNumberGenerator()
        let a = try PINHash(Secret("1234"), cost: 1, using: &generator)
        let b = try PINHash(Secret("1234"), cost: 1, using: &generator)
        #expect(a != b)
        #expect(b.matches(Secret("1234")))
    }

    @Test(arguments: ["", "a\0b", String(repeating: "x", count: 129)])
    func whatCannotBeAPINIsRefused(_ text: String) {
        var generator = SystemRandomNumberGenerator()
        #expect(throws: LibraryError.badPIN) { try PINHash(Secret(text), cost: 1, using: &generator) }
    }

    @Test func nothingThatIsPrintedShowsPINOrCard() throws {
        var generator = SystemRandomNumberGenerator()
        let patron = Patron(
            PatronBarcode("2123400"), name: "Ada Miller", pin: try PINHash(Secret("98761"), cost: 1, using: &generator))
        var text = "\(patron)"
        dump(patron, to: &text)
        dump(patron.pin, to: &text)
        for secret in ["2123400", "Ada", "98761", "$y$"] { #expect(!text.contains(secret)) }
    }

    @Test func aWrongPINBorrowsNothing() throws {
        var generator = SystemRandomNumberGenerator()
        let pin = try PINHash(Secret("1234"), cost: 1, using: &generator)
        let library = try Small.library { try $0.add(Patron(PatronBarcode("PX"), pin: pin)) }
        func borrow(_ pin: String?) throws -> Refusal? {
            try library.checkout(
                Small.item(1), to: PatronBarcode("PX"), pin: pin.map { Secret($0) }, mayRenew: false, at: Small.now
            ).refusal
        }
        #expect(try borrow("4321") == .wrongPIN)
        #expect(try borrow("1234") == nil)
    }
}
