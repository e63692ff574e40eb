import CallNumbers
import Testing

@Suite struct ShelfOrderTests {
    struct Shelf: Sendable, CustomTestStringConvertible {
        var why: String
        var scheme: Scheme
        var items: [String]
        var testDescription: String { why }
    }

    @Test(arguments: [
        Shelf(
            why: "nothing before something", scheme: .libraryOfCongress,
            items: ["R 241", "R 241 1990", "R 241 extra", "R 241 .A2498", "R 241 .A2498 1990", "R 241.2", "R 242"]),
        Shelf(
            why: "class numbers count, decimals do not", scheme: .libraryOfCongress,
            items: ["A 7", "A 50", "A 50.11", "A 50.2", "AB 7", "ABC 1", "B 1"]),
        Shelf(
            why: "cutters are decimals and work letters come before the next digit", scheme: .libraryOfCongress,
            items: ["B1 .B298", "B1 .B298 1990", "B1 .B298m", "B1 .B298 A1", "B1 .B43", "B1 .BA1"]),
        Shelf(
            why: "volumes count", scheme: .libraryOfCongress,
            items: ["HQ1101 .D54 v.3 no.3", "HQ1101 .D54 v.3 no.10", "HQ1101 .D54 v.11 no.1"]),
        Shelf(
            why: "ordinals and years before the cutter", scheme: .libraryOfCongress,
            items: ["KF 4558", "KF 4558 1st .A92", "KF 4558 20th", "KF 4558 1930", "KF 4558 .A1"]),
        Shelf(
            why: "a span of years by both its years", scheme: .libraryOfCongress,
            items: ["A1 1983", "A1 1983-84", "A1 1983-1986", "A1 1983-90", "A1 1984"]),
        Shelf(
            why: "accents make no difference", scheme: .libraryOfCongress,
            items: ["PZ7 .A1 Ecole", "PZ7 .A1 École b", "PZ7 .A1 Ed", "PZ7 .A1 Жук"]),
        Shelf(
            why: "prefixes stand together, after the rest", scheme: .libraryOfCongress,
            items: ["QA1", "Z1", "FOLIO A1", "REF A1", "REF QA1", "??"]),
        Shelf(
            why: "authors and cutters of a Dewey number in one row", scheme: .dewey,
            items: [
                "9 A1", "100", "100 ABC", "100 B12", "100 BAR", "100.1 A1", "100.12 A1", "100.2 A1", "E SEU", "J 100",
            ]),
        Shelf(
            why: "nothing, years, letters, numbers", scheme: .documents,
            items: [
                "A 1.35:", "A 1.35:993", "A 1.35:2003", "A 1.35:R 42", "A 1.35:R 42/993", "A 1.35:R 42/2", "A 1.35:321",
                "A 1.35/2:",
            ]),
        Shelf(
            why: "the point of a SuDoc number is no decimal point", scheme: .documents,
            items: ["A 1.2:", "A 1.11:", "A 2.1:", "AA 1.1:"]),
        Shelf(
            why: "UDC signs", scheme: .universal,
            items: [
                "622+669", "622/669", "622", "622 ABC", "622:33", "622=111", "622(075)", "622(47)", "622\"19\"", "622A",
                "622-1",
                "622.01", "622'1", "622.1", "63",
            ]),
        Shelf(
            why: "local numbers count", scheme: .local, items: ["DVD 9", "DVD 10", "DVD 11.12", "DVD 11.2", "FIC A"]),
        Shelf(
            why: "numbers of any length", scheme: .local,
            items: ["9", "99999999", "100000000", "9999999999999999", "10000000000000000"]),
    ])
    func shelvesAreInOrder(_ shelf: Shelf) {
        let keys = shelf.items.map { CallNumber(scheme: shelf.scheme, text: $0).shelfKey() }
        for index in keys.indices.dropFirst() {
            let message = "\(shelf.items[index - 1]) (\(keys[index - 1])), \(shelf.items[index]) (\(keys[index]))"
            #expect(keys[index - 1] < keys[index], "\(message)")
        }
    }

    @Test func twoWaysToWriteOneNumberHaveOnePlace() {
        let pairs: [(Scheme, String, String)] = [
            (.libraryOfCongress, "QA76.9 .D3", "qa 76.9.D3"), (.libraryOfCongress, "E8 C11 D22", "E8.C11D22"),
            (.documents, "Y4.ED8/1:117-50", "Y 4.ED 8/1:117-50"), (.dewey, "551.21/09 K32", "551.2109 K32"),
            (.libraryOfCongress, "PZ7 .A1 E\u{301}d", "PZ7 .A1 Éd"), (.universal, "621.396", "621396"),
        ]
        for (scheme, first, second) in pairs {
            #expect(
                CallNumber(scheme: scheme, text: first).shelfKey()
                    == CallNumber(scheme: scheme, text: second).shelfKey())
        }
    }

    @Test func theFormOfAKeyDoesNotChange() {
        let keys: [(Scheme, String, String)] = [
            (.libraryOfCongress, "HQ1101 .D54 v.3 no.10", "HQ 1101.D54#V13#NO210"),
            (.libraryOfCongress, "REF QA76.9 .D3m 1998a", "_REF!QA 00769.D3$M!1998$A"),
            (.dewey, "7.5 BAR", "0075.BAR"), (.documents, "I 29.21:M 75/2/998", "I![229![221#M![275+[12+1998"),
            (.universal, "622/669(075) AB", "622\"669&075###AB"), (.local, "AA-11.12 é", "AA211.12E"),
            (.libraryOfCongress, "no number", "{NO\"NUMBER"),
        ]
        for (scheme, text, key) in keys { #expect(CallNumber(scheme: scheme, text: text).shelfKey().text == key) }
    }

    @Test func aPrefixOfTheRecordAndOneInTheNumberAreTheSame() {
        let apart = CallNumber(scheme: .libraryOfCongress, text: "QA76 .B3", prefix: "REF")
        let inside = CallNumber(scheme: .libraryOfCongress, text: "REF QA76 .B3")
        #expect(apart.shelfKey() == inside.shelfKey())
    }

    @Test func aRangeEndsAfterAllThatBeginsWithIt() {
        let end = CallNumber(scheme: .libraryOfCongress, text: "QA76").shelfKey().rangeEnd
        for text in ["QA76", "QA76.99", "QA76 1999", "QA76 .Z99 zzz Жук"] {
            #expect(CallNumber(scheme: .libraryOfCongress, text: text).shelfKey() < end)
        }
        #expect(end < CallNumber(scheme: .libraryOfCongress, text: "QA77").shelfKey())
    }

    @Test func theRecordNamesTheScheme() {
        #expect(Scheme(marcIndicator: "0") == .libraryOfCongress)
        #expect(Scheme(marcIndicator: "3") == .documents)
        #expect(Scheme(marcIndicator: "7", source: "udc") == .universal)
        #expect(Scheme(marcIndicator: "7", source: "xyz") == nil)
        #expect(Scheme(marcIndicator: " ") == nil)
        #expect(Scheme(source: "sudocs") == .documents)
    }

    @Test func thePlaceOfAMistakeIsNamed() {
        #expect(throws: CallNumberError.notInScheme(.dewey, position: 4, expected: "a point or a space")) {
            try CallNumber(scheme: .dewey, text: "1000 A1").reading()
        }
        #expect(throws: CallNumberError.notInScheme(.documents, position: 5, expected: "a colon")) {
            try CallNumber(scheme: .documents, text: "A1.1").reading()
        }
    }
}
