import Circulation
import Engine
import SIP2

/// A few cards and items, in memory, at one moment in time.
enum Small {
    static let now = LocalTime(LocalDate(year: 2026, month: 1, day: 5)!, hour: 10, minute: 15)
    static let due = LocalTime(LocalDate(year: 2026, month: 2, day: 2)!, hour: 23, minute: 59)
    static let ada = PatronBarcode("P1")
    static let ben = PatronBarcode("P2")
    static let kim = PatronBarcode("P3")

    static func library(_ rules: Rules = Rules(), _ more: (Stock) throws -> Void = { _ in }) throws -> Library {
        let library = try Library(inMemory: (), rules: rules)
        try library.fill { stock in
            try stock.add(Patron(ada, name: "Ada"))
            try stock.add(Patron(ben, name: "Ben"))
            try stock.add(Patron(kim, name: "Kim", kind: .child))
            for number in 1...9 { try stock.add(Item(item(number), title: "Title \(number)", lc: "QA\(number)")) }
            try more(stock)
        }
        return library
    }

    static func item(_ number: Int) -> ItemBarcode { ItemBarcode("B\(number)") }

    static func euros(_ minor: Int) -> Money { Money(minor: minor, currency: "EUR") }
}

/// A connection whose lines are texts.
struct Line {
    var session: ACSession
    var now = Small.now

    init(_ library: Library, _ change: (inout DeskSettings) -> Void = { $0.login = nil }) {
        var settings = DeskSettings()
        change(&settings)
        session = ACS(library: library, settings: settings).session()
    }

    /// - Returns: what comes back, each answer without its CR.
    mutating func say(_ text: String) -> [String] { deliver(Array((text + "\r").utf8)) }

    mutating func deliver(_ bytes: [UInt8]) -> [String] {
        session.received(bytes, at: now).map { bytes in
            var text = String(decoding: bytes, as: UTF8.self)
            guard text.unicodeScalars.last == "\r" else { return "no CR: " + text }
            text.unicodeScalars.removeLast()
            return text
        }
    }

    mutating func frame(_ text: String) throws -> Frame {
        let answers = say(text)
        guard answers.count == 1 else { throw Odd.answers(answers.count) }
        return try Frame(Array(answers[0].utf8))
    }

    mutating func ask<Answer: SIP2.Message>(_ request: some SIP2.Message, _: Answer.Type = Answer.self) throws -> Answer
    {
        let bytes = request.encoded(sequence: nil, withChecksum: false, charset: .utf8)
        return try Answer(try frame(String(decoding: bytes, as: UTF8.self)), charset: .utf8)
    }

    enum Odd: Error { case answers(Int) }
}

/// A text with the `AY` and `AZ` that belong to it.
func sealed(_ text: String, _ sequence: Int) -> String {
    let line = text + "AY\(sequence)AZ"
    let digits = String(checksum(Array(line.utf8)), radix: 16, uppercase: true)
    return line + String(repeating: "0", count: 4 - digits.count) + digits
}
