import Circulation
import Testing

@Suite struct MoneyTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var currency = "EUR"
        var minor: Int?
        var testDescription: String { why }
    }

    @Test(arguments: [
        Line(why: "the usual", text: "12.00", minor: 1200),
        Line(why: "a blank before it", text: " 12.00", minor: 1200),
        Line(why: "one digit behind the point", text: "16.8", minor: 1680),
        Line(why: "no point", text: "0", minor: 0),
        Line(why: "nothing behind the point", text: "10.", minor: 1000),
        Line(why: "nothing before the point", text: ".50", minor: 50),
        Line(why: "a currency sign", text: "$0.00", minor: 0),
        Line(why: "thousands", text: "1,234.00", minor: 123_400),
        Line(why: "the library owes the patron", text: "-3.5", minor: -350),
        Line(why: "more digits than there are coins", text: "2.999", minor: 299),
        Line(why: "yen have no coins below one", text: "120", currency: "JPY", minor: 120),
        Line(why: "yen with a point all the same", text: "120.00", currency: "JPY", minor: 120),
        Line(why: "dinars have a thousand", text: "1.5", currency: "KWD", minor: 1500),
        Line(why: "nothing", text: "", minor: nil),
        Line(why: "words", text: "none", minor: nil),
        Line(why: "only a sign", text: "-", minor: nil),
        Line(why: "more than there is money", text: "99999999999999999999", minor: nil),
    ])
    func whatLibrarySystemsSendIsRead(_ line: Line) {
        #expect(Money(lenient: line.text, currency: line.currency)?.minor == line.minor)
    }

    @Test(arguments: [
        (240, "EUR", "2.40"), (5, "EUR", "0.05"), (0, "EUR", "0.00"), (-350, "USD", "-3.50"), (120, "JPY", "120"),
        (1500, "KWD", "1.500"), (-1, "KWD", "-0.001"),
    ])
    func amountsForMachinesHaveADotAndAllDigits(_ minor: Int, _ currency: String, _ text: String) {
        #expect(Money(minor: minor, currency: currency).decimal == text)
        #expect(Money(lenient: text, currency: currency)?.minor == minor)
    }

    @Test func theSmallestNumberDoesNotCrash() {
        #expect(Money(minor: .min, currency: "EUR").decimal == "-92233720368547758.08")
    }
}
