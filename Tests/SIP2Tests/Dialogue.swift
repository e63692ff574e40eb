import Circulation
import SIP2

/// One conversation and its clock. Acts are told in words; lines sent are told without their terminator.
struct Dialogue {
    static let status = "98YYYYYN10000320260105    1015002.00AOmain|BXYYYYYYYYYYYYYYYY|"
    static let lent = "121NNY20260105    101500AOmain|AA21|AB901|AJTitle|AH20260201    235900|"
    static let checkoutLine = "11NN20260105    10150020260105    101500AOmain|AA21|AB901|AC|"
    static let clock = LocalTime(LocalDate(year: 2026, month: 1, day: 5)!, hour: 10, minute: 15)
    static let checkout = CheckoutRequest(ItemBarcode("901"), to: PatronBarcode("21"), at: clock)

    var talk: Conversation
    var now = Instant.start

    init(_ change: (inout LineSettings) -> Void = { _ in }) {
        var settings = LineSettings()
        settings.user = "kiosk"
        settings.password = Secret("s3cret")
        settings.institution = "main"
        change(&settings)
        talk = Conversation(settings: settings)
    }

    static func ready(_ change: (inout LineSettings) -> Void = { _ in }) -> Dialogue {
        var line = Dialogue(change)
        _ = line.connect()
        _ = line.hears("941", 0)
        _ = line.hears(status, 1)
        return line
    }

    mutating func connect() -> [String] { told(talk.connected(at: now, clock: Self.clock)) }
    mutating func asks(_ message: some SIP2.Message) -> [String] { told(talk.ask(message, at: now)) }
    mutating func drops() -> [String] { told(talk.disconnected(at: now)) }

    mutating func wakes(after pause: Duration) -> [String] {
        now = now + pause
        return told(talk.woke(at: now, clock: Self.clock))
    }

    /// A line with its sequence number and a good checksum.
    mutating func hears(_ line: String, _ sequence: Int) -> [String] {
        hearsRaw(Self.checked(line + "AY\(sequence)AZ") + "\r")
    }

    mutating func hearsRaw(_ text: String) -> [String] {
        told(talk.received(Array(text.utf8), at: now, clock: Self.clock))
    }

    /// With the checksum of what stands up to `AZ`.
    static func checked(_ line: String) -> String {
        let end = line.range(of: "AZ", last: true)
        let digits = String(checksum(line[..<end].utf8), radix: 16, uppercase: true)
        return line[..<end] + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private func told(_ acts: [Conversation.Act]) -> [String] {
        acts.map { act in
            switch act {
            case .send(let bytes):
                String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
            case .hangUp(let trouble): "hang up \(trouble.code)"
            case .ready: "ready"
            case .answer(let frame): "answer \(frame.code)"
            case .lost(let trouble): "lost \(trouble.code)"
            }
        }
    }
}

extension String {
    /// The place behind the last `AZ`.
    fileprivate func range(of tag: String, last: Bool) -> Index {
        var end = endIndex
        while end > startIndex, !self[..<end].hasSuffix(tag) { end = index(before: end) }
        return end
    }
}
