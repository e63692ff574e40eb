import CallNumbers
import Testing

@Suite struct SpineTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var why: String
        var scheme: Scheme
        var text: String
        var lines: [String]
        var change: @Sendable (inout SpineRules) -> Void = { _ in }
        var testDescription: String { why }
    }

    @Test(arguments: [
        Row(
            why: "letters, number, cutters, year", scheme: .libraryOfCongress, text: "QA76.73.J38 H674 2006",
            lines: ["QA", "76.73", ".J38", "H674", "2006"]),
        Row(
            why: "two cutters without a blank", scheme: .libraryOfCongress, text: "HE8700.7 .P6T44 1983",
            lines: ["HE", "8700.7", ".P6", "T44", "1983"]),
        Row(
            why: "a prefix in the number is not the class", scheme: .libraryOfCongress,
            text: "JUV PZ7 .R79835 Ham 1998",
            lines: ["JUV", "PZ", "7", ".R79835", "Ham", "1998"]),
        Row(
            why: "R is a class before it is a prefix", scheme: .libraryOfCongress, text: "R 241 .A2",
            lines: ["R", "241", ".A2"]),
        Row(
            why: "an ordinal before the cutter", scheme: .libraryOfCongress, text: "KF4558.2.15th.A21",
            lines: ["KF", "4558.2", ".15th", ".A21"]),
        Row(
            why: "a date between cutters", scheme: .libraryOfCongress, text: "G3701.A1 1998 .R3",
            lines: ["G", "3701", ".A1", "1998", ".R3"]),
        Row(
            why: "music words are not torn at their dots", scheme: .libraryOfCongress, text: "M1001 .M9 K.173d B",
            lines: ["M", "1001", ".M9", "K.173d", "B"]),
        Row(
            why: "a designation keeps its number", scheme: .libraryOfCongress, text: "PS1 .H27 v. 4 no. 10 c. 2",
            lines: ["PS", "1", ".H27", "v. 4", "no. 10", "c. 2"]),
        Row(
            why: "a year does not belong to the word before it", scheme: .libraryOfCongress,
            text: "PS1 .H27 suppl. 1998",
            lines: ["PS", "1", ".H27", "suppl.", "1998"]),
        Row(
            why: "a number with two points is in no schedule but whole on the label", scheme: .libraryOfCongress,
            text: "QA76.6.73.S67", lines: ["QA", "76.6.73", ".S67"]),
        Row(
            why: "no LC number: broken at blanks", scheme: .libraryOfCongress, text: "123 ABC FOO BAR",
            lines: ["123", "ABC", "FOO", "BAR"]),
        Row(
            why: "letters and number together, as at Yale", scheme: .libraryOfCongress, text: "GV199.8 .R62",
            lines: ["GV199.8", ".R62"], change: { $0.breaksAfterLetters = false }),
        Row(
            why: "the dot of the first cutter hidden", scheme: .libraryOfCongress, text: "GV199.8 .R62 .B4",
            lines: ["GV", "199.8", "R62", ".B4"], change: { $0.hidesFirstCutterDot = true }),
        Row(
            why: "a line end behind the decimal point", scheme: .libraryOfCongress, text: "TS536.6.B6",
            lines: ["TS", "536.", "6", ".B6"], change: { $0.classDecimal = .breakAfter }),
        Row(
            why: "the first cutter joined by a blank", scheme: .libraryOfCongress, text: "TS536.6.B6 D4",
            lines: ["TS", "536.6 .B6", "D4"], change: { $0.breaksBeforeFirstCutter = false }),
        Row(
            why: "a mark asks for a line end", scheme: .libraryOfCongress, text: "QA76 .M516|353 1999",
            lines: ["QA", "76", ".M516", "353", "1999"]),
        Row(
            why: "brackets protect what is in them", scheme: .local, text: "v.8:no.2(1012:Apr.)",
            lines: ["v.8:", "no.2(1012:Apr.)"], change: { $0.breaksAfter = [":"] }),
        Row(
            why: "a glued prefix", scheme: .dewey, text: "R220.3 H2793Z H32 c.2",
            lines: ["R", "220.3", "H2793Z", "H32", "c.2"]),
        Row(why: "a slash outside the number is data", scheme: .dewey, text: "025.4 CHA/L", lines: ["025.4", "CHA/L"]),
        Row(
            why: "prime marks of field 082 are not printed", scheme: .dewey, text: "551.21/09797/84 K32",
            lines: ["551.210979784", "K32"]),
        Row(
            why: "prime marks kept", scheme: .dewey, text: "943/.02'1", lines: ["943/.02'1"],
            change: { $0.hidesPrimeMarks = false }),
        Row(why: "fiction has no number", scheme: .dewey, text: "FIC ROW v. 2", lines: ["FIC", "ROW", "v. 2"]),
        Row(
            why: "a decimal comma", scheme: .dewey, text: "658,9945 C245", lines: ["658", ",9945", "C245"],
            change: { $0.deweyBreak = .beforePoint }),
        Row(
            why: "no break until the fourth decimal", scheme: .dewey, text: "388.1446392 BAR",
            lines: ["388.1446", "392", "BAR"],
            change: {
                $0.deweyBreak = .insideDecimals; $0.deweyGroups = [4]
            }),
        Row(
            why: "groups of three behind the point", scheme: .dewey, text: "388.1446392 BAR",
            lines: ["388.", "144", "639", "2", "BAR"],
            change: {
                $0.deweyBreak = .afterPoint; $0.deweyGroups = [3]
            }),
        Row(
            why: "four decimals and then fives", scheme: .dewey, text: "388.14463921234 BAR",
            lines: ["388", ".1446", "39212", "34", "BAR"],
            change: {
                $0.deweyBreak = .beforePoint; $0.deweyGroups = [4, 5]
            }),
        Row(
            why: "a number that is too wide breaks at its point", scheme: .dewey, text: "388.144639 BAR",
            lines: ["388", ".144639", "BAR"], change: { $0.width = 8 }),
        Row(
            why: "and then in groups of three", scheme: .dewey, text: "551.21/09797/84 K32",
            lines: ["551", ".210", "979", "784", "K32"], change: { $0.width = 8 }),
        Row(why: "W1 is one symbol", scheme: .medicine, text: "W1 JO6815", lines: ["W1", "JO6815"]),
        Row(
            why: "Table G, work mark, year and volume", scheme: .medicine, text: "WA 540 AA1 B8p 1972 v. 32",
            lines: ["WA", "540", "AA1", "B8p", "1972", "v. 32"]),
        Row(
            why: "a point and a letter start a cutter", scheme: .medicine, text: "WM 145.5.R7 C761 1997",
            lines: ["WM", "145.5", ".R7", "C761", "1997"]),
        Row(why: "behind the colon", scheme: .documents, text: "Y 3.N 88:10/0868", lines: ["Y 3.N 88:", "10/0868"]),
        Row(
            why: "long tails break at the slash, never in digits", scheme: .documents,
            text: "I 19.81:31099-H 6-TF-024/991", lines: ["I 19.81:", "31099-", "H 6-TF-", "024/991"],
            change: { $0.width = 8 }),
        Row(why: "a range stays together", scheme: .universal, text: "523.41/.43 INTE", lines: ["523.41/.43", "INTE"]),
        Row(
            why: "signs in brackets do not break", scheme: .universal, text: "94(47:=161)\"1941/1945\" ABC",
            lines: ["94", "(47:=161)", "\"1941/1945\"", "ABC"]),
        Row(why: "a double colon is one sign", scheme: .universal, text: "77::528 X", lines: ["77", "::528", "X"]),
        Row(
            why: "a copy number that has lost its blank", scheme: .local, text: "J DAR G7c.11",
            lines: ["J", "DAR", "G7", "c.11"]),
        Row(why: "a span of volumes is left alone", scheme: .local, text: "J DAR v.1-2", lines: ["J", "DAR", "v.1-2"]),
        Row(
            why: "the first blank only", scheme: .local, text: "DVD 15035 MEDIA", lines: ["DVD", "15035 MEDIA"],
            change: { $0.spaces = .first }),
        Row(why: "letters of other scripts", scheme: .local, text: "Ж 12 Ёлка", lines: ["Ж", "12", "Ёлка"]),
    ])
    func lines(_ row: Row) throws {
        var rules = SpineRules(scheme: row.scheme)
        row.change(&rules)
        #expect(try CallNumber(scheme: row.scheme, text: row.text).spine(rules).lines == row.lines)
    }

    @Test func theRecordsPrefixAndSuffixStandOutsideInTheirOrder() throws {
        let number = CallNumber(
            scheme: .libraryOfCongress, text: "QA76 .B3", locationPrefix: "MAIN", prefix: "REF|DESK", suffix: "c.2",
            locationSuffix: "Room 4")
        #expect(try number.spine().lines == ["MAIN", "REF", "DESK", "QA", "76", ".B3", "c.2", "Room 4"])
    }

    @Test func aLabelThatWasNotReadSaysWhy() throws {
        let label = try CallNumber(scheme: .libraryOfCongress, text: "123 ABC").spine()
        #expect(label.unread == .notInScheme(.libraryOfCongress, position: 1, expected: "a class letter"))
        #expect(try CallNumber(scheme: .libraryOfCongress, text: "QA76").spine().unread == nil)
    }

    @Test func aWordThatIsTooWideIsRefusedWithItsLineAndTheWaysOut() {
        var rules = SpineRules(scheme: .dewey)
        rules.width = 8
        let error = CallNumberError.lineTooWide(line: 2, text: "STEINBECK", width: 8)
        #expect(throws: error) { try CallNumber(scheme: .dewey, text: "813.52 STEINBECK").spine(rules) }
        #expect(error.code == "CALL-5")
        #expect(error.waysOut.contains { $0.contains("9 characters") })
    }

    @Test func theWayOutByHandWorks() throws {
        var rules = SpineRules(scheme: .dewey)
        rules.width = 8
        let lines = try CallNumber(scheme: .dewey, text: "813.52 STEIN|BECK").spine(rules).lines
        #expect(lines == ["813.52", "STEIN", "BECK"])
    }

    @Test func tooManyLinesAreRefusedAndTheFirstWithoutAPlaceIsNamed() {
        var rules = SpineRules(scheme: .local)
        rules.lines = 6
        #expect(throws: CallNumberError.tooManyLines(line: 7, text: "G", needed: 9, limit: 6)) {
            try CallNumber(scheme: .local, text: "A B C D E F G H I").spine(rules)
        }
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var error: CallNumberError
        var testDescription: String { why }
    }

    @Test(arguments: [
        Broken(why: "nothing", text: "", error: .empty),
        Broken(why: "blanks only", text: " \t \n", error: .empty),
        Broken(why: "an escape for the printer", text: "QA\u{1B}@76", error: .unprintable(position: 3)),
        Broken(why: "a whole note", text: String(repeating: "note ", count: 100), error: .tooLong(limit: 400)),
        Broken(
            why: "few characters with endless accents", text: "A" + String(repeating: "\u{301}", count: 5000),
            error: .tooLong(limit: 400)),
    ])
    func whatCannotBePrintedIsRefused(_ broken: Broken) {
        for scheme in Scheme.allCases {
            #expect(throws: broken.error) { try CallNumber(scheme: scheme, text: broken.text).spine() }
        }
    }
}
