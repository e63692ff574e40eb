import Testing

@testable import Words

@Suite struct PatternTests {
    @Test func aSentenceIsTextAndPlaces() throws {
        let pattern = try PatternParser.parse("Put {title} back, {name}.")
        #expect(
            pattern.parts == [.text("Put "), .argument("title"), .text(" back, "), .argument("name"), .text(".")])
        #expect(pattern.arguments == ["name", "title"])
    }

    @Test func aPluralHasFormsAndExactNumbers() throws {
        let pattern = try PatternParser.parse("{n, plural, =0 {none} one {# book} other {# of {m}}}!")
        let choice = try #require(pattern.choices.first)
        #expect(choice.exact.map(\.number) == [0])
        #expect(choice.forms.map(\.category) == [.one, .other])
        #expect(choice.forms[1].pattern.parts == [.number, .text(" of "), .argument("m")])
        #expect(pattern.arguments == ["m", "n"])
    }

    @Test(arguments: [
        ("it's", "it's"), ("it''s", "it's"), ("'{'n'}'", "{n}"), ("'{n}'", "{n}"), ("#1", "#1"), ("", ""),
        ("don’t", "don’t"),
    ])
    func quotesGuardBraces(_ text: String, _ said: String) throws {
        let parts = try PatternParser.parse(text).parts
        #expect(parts == (said.isEmpty ? [] : [.text(said)]))
    }

    @Test(arguments: [
        ("{", "missing"), ("{n", "without its"), ("}", "too many"), ("{}", "missing"),
        ("{n, select, other {x}}", "select"),
        ("{n, plural, one {x}}", "other"), ("{n, plural, several {x} other {y}}", "several"),
        ("{n, plural, other {x} other {y}}", "twice"), ("{n, plural, =x {x} other {y}}", "=x"),
        ("{n, plural, other {x}", "without its"), ("{n, plural, other x}", "expected"), ("{n m}", "expected"),
    ])
    func aMistakeIsNamed(_ text: String, _ part: String) throws {
        let problem = try #require(throws: PatternParser.Problem.self) { try PatternParser.parse(text) }
        #expect(problem.why.contains(part), "\(problem.why)")
    }

    @Test func deepNestingIsRefusedInsteadOfExhaustingTheStack() {
        let text = String(repeating: "{n, plural, other {", count: 10_000)
        #expect(throws: PatternParser.Problem.self) { try PatternParser.parse(text) }
    }
}
