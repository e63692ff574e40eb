import Circulation
import FoundationEssentials
import FoundationInternationalization
import Synchronization

/// Says a message in a language: for page, paper and speech alike.
///
/// What a language lacks is said in English and counted. Numerals are Latin, the calendar is Gregorian.
public struct Words: Sendable {
    public enum Direction: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl" }

    private let files: [WordsFile]
    private let misses = Misses()

    /// - Parameter folder: holds one `<language>.json` each; `en.json` must be there.
    public init(folder: String) throws(WordsError) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw .unreadable(path: folder)
        }
        var contents: [(file: String, contents: Data)] = []
        for name in names.sorted() where name.hasSuffix(".json") && !name.hasPrefix(".") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
                throw .unreadable(path: folder + "/" + name)
            }
            contents.append((name, data))
        }
        try self.init(files: contents, folder: folder)
    }

    init(files: [(file: String, contents: Data)], folder: String = "memory") throws(WordsError) {
        var read: [WordsFile] = []
        for file in files { read.append(try WordsFile(file: file.file, contents: file.contents)) }
        guard read.contains(where: { $0.language == "en" }) else { throw .noEnglish(path: folder) }
        self.files = read.sorted { $0.language < $1.language }
    }

    /// The tags of all languages that have a file, sorted.
    public var languages: [String] { files.map(\.language) }

    /// What languages lacked so far: `ar borrow.title` and how often it was wanted, sorted.
    public var missing: [(what: String, times: Int)] { misses.all }

    public func direction(of language: String) -> Direction {
        switch language.prefix(while: { $0 != "-" }) {
        case "ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb": .rightToLeft
        default: .leftToRight
        }
    }

    /// - Parameters:
    ///   - language: a tag; English if there is no file for it.
    ///   - plain: leaves out the invisible marks that keep a title's direction from its sentence's. For paper, whose
    ///     printers would show them as boxes.
    public func text(_ message: Message, in language: String, plain: Bool = false) -> String {
        let key = message.phrase.rawValue
        for tag in language == "en" ? ["en"] : [language, "en"] {
            guard let pattern = files.first(where: { $0.language == tag })?[key] else {
                misses.note("\(tag) \(key)")
                continue
            }
            let speaker = Speaker(language: tag, arguments: message.arguments, isPlain: plain)
            let said = speaker.say(pattern)
            for name in speaker.lacking(pattern) { misses.note("\(tag) \(key) {\(name)}") }
            return said
        }
        return key
    }

    /// "Friday 11 December", in the language's own order.
    public func date(_ date: LocalDate, in language: String, withYear: Bool = false) -> String {
        Speaker(language: language, arguments: [], isPlain: true).say(date, withYear: withYear)
    }
}

extension Words {
    /// A class, because counting what is missing is no change of the words.
    private final class Misses: Sendable {
        private let counts = Mutex<[String: Int]>([:])

        func note(_ what: String) { counts.withLock { $0[what, default: 0] += 1 } }

        var all: [(what: String, times: Int)] {
            counts.withLock { counts in counts.sorted { $0.key < $1.key }.map { (what: $0.key, times: $0.value) } }
        }
    }
}

extension Words {
    /// For tests: what a file says under a key.
    func pattern(_ key: String, in language: String) -> Pattern? {
        files.first { $0.language == language }?[key]
    }

    func keys(of language: String) -> [String] { files.first { $0.language == language }?.keys ?? [] }
}
