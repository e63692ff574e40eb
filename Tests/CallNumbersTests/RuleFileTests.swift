import CallNumbers
import Foundation
import Testing

@Suite struct RuleFileTests {
    static let good = """
        # The main library.
        name Main stacks
        scheme lc
        width 8
        lines 6
        prefix-words REF BIG
        hide-cutter-dot yes

        example BIG QA76.73 .J38 H674
        > BIG
        > QA
        > 76.73
        > J38
        > H674

        example QA76
        prefix REF
        > REF
        > QA
        > 76

        example QA76 .A123456789
        refused CALL-5
        """

    @Test func aFileThatKeepsItsPromisesIsLoaded() throws {
        let file = try RuleFile(parsing: Self.good)
        #expect(file.name == "Main stacks")
        #expect(file.rules.width == 8)
        #expect(file.rules.prefixWords == ["REF", "BIG"])
        #expect(file.examples.count == 3)
        #expect(try RuleFile(parsing: Self.good.replacingOccurrences(of: "\n", with: "\r\n")) == file)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var lines: [Int]
        var says: String
        var testDescription: String { why }
    }

    @Test(arguments: [
        Broken(
            why: "an example comes out otherwise", text: "scheme lc\nexample QA76\n> QA76", lines: [2],
            says: "This gives QA | 76, not QA76."),
        Broken(
            why: "an example is refused", text: "scheme lc\nlines 1\nexample QA76\n> QA\n> 76", lines: [3],
            says: "CALL-6"),
        Broken(
            why: "a refusal that does not come", text: "scheme lc\nexample QA76\nrefused CALL-5", lines: [2],
            says: "should be refused"),
        Broken(why: "no example", text: "scheme lc", lines: [1], says: "no example"),
        Broken(why: "an example without lines", text: "scheme lc\nexample QA76", lines: [2], says: "does not say"),
        Broken(why: "no scheme", text: "# only a note", lines: [1], says: "does not name its scheme"),
        Broken(
            why: "a scheme that is not there", text: "scheme lcc", lines: [1], says: "lc, ddc, nlm, sudoc, udc, local"),
        Broken(
            why: "a word that is not known", text: "scheme lc\nwitdh 8\nexample A1\n> A\n> 1", lines: [2], says: "witdh"
        ),
        Broken(
            why: "a width that no label has", text: "scheme lc\nwidth 0\nexample A1\n> A\n> 1", lines: [2],
            says: "1 to 80"),
        Broken(
            why: "a flag that is neither yes nor no", text: "scheme lc\nunbroken maybe\nexample A1\n> A\n> 1",
            lines: [2],
            says: "yes or no"),
        Broken(
            why: "a rule of another scheme", text: "scheme lc\ncolon keep\nexample A1\n> A\n> 1", lines: [2],
            says: "does nothing"),
        Broken(
            why: "a rule that is there twice", text: "scheme lc\nwidth 8\nwidth 9\nexample A1\n> A\n> 1", lines: [3],
            says: "twice"),
        Broken(
            why: "a rule below an example", text: "scheme lc\nexample A1\n> A\n> 1\nwidth 8", lines: [5],
            says: "before the first example"),
        Broken(
            why: "a rule before the scheme", text: "width 8\nscheme lc\nexample A1\n> A\n> 1", lines: [1],
            says: "must be named before"),
        Broken(
            why: "lines without an example", text: "scheme lc\n> QA\nexample A1\n> A\n> 1", lines: [2],
            says: "below an example"),
        Broken(
            why: "every problem at once", text: "scheme lc\nwidth\nfoo 1\nexample A1\n> A", lines: [2, 3, 4],
            says: "foo"),
    ])
    func aFileThatIsWrongNamesEveryLine(_ broken: Broken) throws {
        let error = try #require(throws: RuleFileError.self) { try RuleFile(parsing: broken.text) }
        #expect(error.problems.map(\.line) == broken.lines)
        #expect(error.problems.contains { $0.message.contains(broken.says) }, "\(error.problems)")
        #expect(error.code == "CALL-7")
    }

    @Test func aFileOfAnotherKindGivesFewProblems() throws {
        let noise = String(repeating: "<html> & noise\n", count: 2000)
        #expect(try #require(throws: RuleFileError.self) { try RuleFile(parsing: noise) }.problems.count <= 20)
        let endless = String(repeating: "x", count: 1 << 20)
        #expect(try #require(throws: RuleFileError.self) { try RuleFile(parsing: endless) }.problems.count == 1)
    }

    /// The manual's page, as it stands in the repository.
    private static func manual() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let places = ["../../docs/call-numbers.md"].map { folder.appending(path: $0).standardizedFileURL.path }
        return try String(contentsOfFile: places[0], encoding: .utf8)
    }

    @Test func theManualNamesEveryRule() throws {
        let manual = try Self.manual()
        for setting in RuleSetting.all {
            #expect(manual.contains("| `\(setting.name)` | \(setting.takes) | \(setting.help) |"), "\(setting.name)")
        }
    }

    @Test func theExampleInTheManualIsGood() throws {
        let parts = try Self.manual().components(separatedBy: "```")
        let example = try #require(parts.first { $0.contains("\nscheme ") })
        #expect(try RuleFile(parsing: example).examples.count >= 2)
    }
}
