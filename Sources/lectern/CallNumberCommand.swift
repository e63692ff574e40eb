import ArgumentParser
import CallNumbers
import Foundation

/// `lectern callnumber split --scheme lc "QA76.9 .D3"` for the lines of a label; `sort` for the order of a shelf.
struct CallNumberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callnumber", abstract: "Break call numbers into spine lines, and put them in shelf order.",
        subcommands: [Split.self, Sort.self, Check.self])

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the lines of a spine label, a line a line.",
            discussion: """
                The scheme is what the item's record says; it is never guessed. What does not fit is refused with \
                exit status 1, and nothing is cut off.
                """)

        @Option(help: "lc, ddc, nlm, sudoc, udc or local.")
        var scheme: Scheme?

        @Option(help: ArgumentHelp("A library's own rules; they name the scheme.", valueName: "file"))
        var rules: String?

        @Option(help: "Characters a line.")
        var width: Int?

        @Option(help: "Lines on the label.")
        var lines: Int?

        @Option(help: "What the record has before the number, such as REF.")
        var prefix = ""

        @Option(help: "What the record has after the number.")
        var suffix = ""

        @Flag(help: "Print one JSON object.")
        var json = false

        @Argument(help: "The call number, in quotation marks.")
        var text: String

        func validate() throws {
            guard (scheme == nil) != (rules == nil) else { throw ValidationError("Say either --scheme or --rules.") }
            guard SpineRules.widths.contains(width ?? 1) else { throw ValidationError("--width must be 1 to 80.") }
            guard SpineRules.lineCounts.contains(lines ?? 1) else { throw ValidationError("--lines must be 1 to 40.") }
        }

        func run() throws {
            var chosen = try rules.map { try CallNumberCommand.ruleFile($0).rules }
            if chosen == nil, let scheme { chosen = SpineRules(scheme: scheme) }
            guard var chosen else { return }
            if let width { chosen.width = width }
            if let lines { chosen.lines = lines }
            let number = CallNumber(scheme: chosen.scheme, text: text, prefix: prefix, suffix: suffix)
            do throws(CallNumberError) {
                let label = try number.spine(chosen)
                let key = number.shelfKey(prefixWords: chosen.prefixWords)
                if json {
                    print(CallNumberJSON.text(CallNumberJSON.Label(number, label, key)))
                } else {
                    for line in label.lines { print(line) }
                    if let unread = label.unread { CallNumberCommand.warn("\(unread.code): \(unread.message)") }
                }
            } catch {
                if json {
                    print(CallNumberJSON.text(CallNumberJSON.Failure(error)))
                } else {
                    CallNumberCommand.warn("\(error.code): \(error.message) \(error.advice)")
                }
                throw ExitCode.failure
            }
        }
    }

    struct Sort: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read call numbers, one a line, and print them in shelf order.",
            discussion: """
                Equal numbers keep the order they came in. Numbers that the scheme cannot read come last. \
                Empty lines are left out.
                """)

        @Option(help: "lc, ddc, nlm, sudoc, udc or local.")
        var scheme: Scheme

        @Flag(help: "Print one JSON object a line, with the key.")
        var json = false

        func run() throws {
            let input = FileHandle.standardInput.readDataToEndOfFile()
            let lines = input.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
            let entries = lines.filter { !$0.isEmpty }.enumerated().map { order, bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                return (order: order, bytes: bytes, number: CallNumber(scheme: scheme, text: text))
            }
            let keyed = entries.map { ($0, $0.number.shelfKey()) }
            for (entry, key) in keyed.sorted(by: { ($0.1, $0.0.order) < ($1.1, $1.0.order) }) {
                if json {
                    print(CallNumberJSON.text(CallNumberJSON.Place(entry.number, key)))
                } else {
                    // The bytes that came in, also where they are no UTF-8.
                    FileHandle.standardOutput.write(entry.bytes + [0x0A])
                }
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a library's own rules, check their examples, and name every problem with its line.")

        @Argument(help: "The file with the rules.")
        var file: String

        func run() throws {
            let count = try CallNumberCommand.ruleFile(file).examples.count
            print("\(file) is good: \(count) example\(count == 1 ? "" : "s") came out as expected.")
        }
    }

    /// Prints every problem of the file and ends the command if there is one.
    private static func ruleFile(_ path: String) throws -> RuleFile {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            warn("\(path) cannot be read as a text in UTF-8.")
            throw ExitCode.failure
        }
        do throws(RuleFileError) {
            return try RuleFile(parsing: text)
        } catch {
            for problem in error.problems { warn("\(path):\(problem.line): \(problem.message)") }
            warn("\(error.code): \(error.advice)")
            throw ExitCode.failure
        }
    }

    private static func warn(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

extension Scheme: ExpressibleByArgument {}

/// The JSON of `lectern callnumber`, keys always in the same order.
private enum CallNumberJSON {
    struct Label: Encodable {
        var scheme: String
        var text: String
        var lines: [String]
        var key: String
        var unread: Problem?

        init(_ number: CallNumber, _ label: SpineLabel, _ key: ShelfKey) {
            scheme = number.scheme.rawValue
            text = number.text
            lines = label.lines
            self.key = key.text
            unread = label.unread.map(Problem.init)
        }
    }

    struct Place: Encodable {
        var text: String
        var key: String
        var isRead: Bool

        init(_ number: CallNumber, _ key: ShelfKey) {
            text = number.text
            self.key = key.text
            isRead = (try? number.reading()) != nil
        }
    }

    struct Failure: Encodable {
        var error: Problem

        init(_ error: CallNumberError) { self.error = Problem(error) }
    }

    struct Problem: Encodable {
        var code: String
        var message: String
        var advice: String
        var waysOut: [String]

        init(_ error: CallNumberError) {
            code = error.code
            message = error.message
            advice = error.advice
            waysOut = error.waysOut
        }
    }

    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
