import CallNumbers
import Testing

/// What holds for every text, tried on many that no catalogue has.
@Suite struct FuzzTests {
    /// A small generator with a fixed seed, so that a failure comes again.
    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    static let pieces = [
        "QA", "76", ".73", ".J38", "H674", "2006", " ", "  ", "v.", "c.2", "15th", "/", "'", ":", "-", "(", ")", "\"",
        "=", "+", ".", ",",
        "a", "Z", "0", "9", "REF", "Y 4", "[", "]", "é", "e\u{301}", "Ж", "日本", "\u{301}", "👩‍👩‍👧", "\t", "\u{A0}", "|",
        "G7c.11",
        "1983-84", "disc", "&", "_", "~", "{", "^", "1234567890", "STEINBECK", "W1", "X.1/1:",
    ]

    static func text(_ dice: inout Dice) -> String {
        (0...dice.roll(14)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
    }

    /// Scalars without blanks: what a label must hold.
    static func visible(_ text: String, without removed: String = "") -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace && !removed.unicodeScalars.contains($0) }
    }

    static func rules(_ scheme: Scheme, _ dice: inout Dice) -> SpineRules {
        var rules = SpineRules(scheme: scheme)
        rules.breakMark = nil
        rules.hidesPrimeMarks = false
        rules.width = [nil, 1, 4, 6, 8, 16][dice.roll(6)]
        rules.isUnbroken = dice.roll(8) == 0
        rules.spaces = SpineRules.Spaces.allCases[dice.roll(4)]
        rules.classDecimal = SpineRules.ClassDecimal.allCases[dice.roll(3)]
        rules.breaksBeforeFirstCutter = dice.roll(3) > 0
        rules.deweyBreak = SpineRules.DeweyBreak.allCases[dice.roll(5)]
        rules.deweyGroups = dice.roll(2) == 0 ? [] : [1 + dice.roll(5), 1 + dice.roll(5)]
        rules.stem = SpineRules.Stem.allCases[dice.roll(3)]
        rules.colon = [.keep, .breakBefore, .breakAfter][dice.roll(3)]
        rules.spacesLettersFromDigits = dice.roll(2) == 0
        rules.breaksAfter = dice.roll(3) == 0 ? ["/", ":"] : []
        rules.breaksBefore = dice.roll(3) == 0 ? ["(", "v."] : []
        return rules
    }

    @Test func noCharacterIsLostInFiftyThousandTexts() {
        var dice = Dice(state: 4711)
        var refused = 0
        for round in 0..<50_000 {
            let text = Self.text(&dice)
            let scheme = Scheme.allCases[dice.roll(Scheme.allCases.count)]
            let rules = Self.rules(scheme, &dice)
            do throws(CallNumberError) {
                let lines = try CallNumber(scheme: scheme, text: text).spine(rules).lines
                #expect(
                    Self.visible(lines.joined()) == Self.visible(text), "round \(round) \(scheme) \(text): \(lines)")
                #expect(!lines.contains(""), "round \(round) \(text)")
                if let width = rules.width { #expect(lines.allSatisfy { $0.count <= width }) }
            } catch {
                refused += 1
                if case .lineTooWide(_, let line, let width) = error { #expect(line.count > width) }
            }
        }
        #expect(refused > 1000 && refused < 40_000)
    }

    @Test func onlyTheMarksThatTheRulesNameAreLeftOut() throws {
        var dice = Dice(state: 11)
        for _ in 0..<20_000 {
            let text = Self.text(&dice)
            var rules = SpineRules(scheme: .documents)
            rules.breakMark = "|"
            rules.breaksInstead = ["/", "-"]
            rules.colon = .breakInstead
            guard let lines = try? CallNumber(scheme: .documents, text: text).spine(rules).lines else { continue }
            let marks = "/-:|"
            #expect(
                Self.visible(lines.joined(), without: marks) == Self.visible(text, without: marks), "\(text): \(lines)")
        }
    }

    @Test func keysArePlainStableAndAgreeWithSorting() {
        var dice = Dice(state: 99)
        for scheme in Scheme.allCases {
            let texts = (0..<3000).map { _ in Self.text(&dice) }
            let keys = texts.map { CallNumber(scheme: scheme, text: $0).shelfKey() }
            let again = texts.map { CallNumber(scheme: scheme, text: " \($0.lowercased()) ").shelfKey() }
            for index in keys.indices {
                #expect(keys[index].text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(texts[index])")
                #expect(keys[index] < keys[index].rangeEnd)
                if texts[index].allSatisfy(\.isASCII) {
                    #expect(keys[index] == again[index], "\(scheme) \(texts[index])")
                }
            }
            let sorted = keys.sorted()
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.text.utf8.elementsEqual($1.text.utf8) || $0 < $1 })
            #expect(keys.reversed().sorted() == sorted)
        }
    }

    @Test func theLongestTextsTakeNoLongTime() {
        let clock = ContinuousClock()
        let time = clock.measure {
            for piece in ["A1", "1.", ".", "(", "/", "REF ", "a ", "1'", "-", "Y"] {
                let text = String(repeating: piece, count: 400 / piece.count)
                for scheme in Scheme.allCases {
                    var rules = SpineRules(scheme: scheme)
                    rules.width = 1
                    _ = try? CallNumber(scheme: scheme, text: text).spine(rules)
                    _ = CallNumber(scheme: scheme, text: text).shelfKey()
                }
            }
        }
        #expect(time < .seconds(5))
    }
}
