import Circulation

/// A conversation with a device, one line per turn. Devices/README.md describes the format.
public struct Transcript: Equatable, Sendable {
    public enum Turn: Equatable, Sendable {
        case hostSends([UInt8])
        case deviceSends([UInt8])
        case pause(Duration)
        case stationWishes(Wish)
        case stationHears(DeviceEvent)
        case driverGivesUp(String)
    }

    public var turns: [Turn]

    public init(turns: [Turn]) { self.turns = turns }

    /// - Throws: ``BadLine`` for the first line that follows no rule of the format.
    public init(_ text: String) throws(BadLine) {
        turns = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let mark = line.first, mark != "#" else { continue }
            guard let turn = Turn(mark: mark, rest: line.dropFirst()) else { throw BadLine(number: index + 1) }
            turns.append(turn)
        }
    }

    /// The format again, without the comments.
    public var text: String { turns.map { $0.line + "\n" }.joined() }

    public struct BadLine: Error, Equatable, Sendable {
        public var number: Int  // 1 is the first line of the file
        public init(number: Int) { self.number = number }
        public var code: String { "TRN-1" }
        public var advice: String { "Line \(number) of the recording follows no rule of Devices/README.md." }
    }
}

extension Transcript.Turn {
    init?(mark: Character, rest: Substring) {
        let spoken = rest.trimmed
        let words = (rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
            .split(separator: " ")
        switch mark {
        case ">":
            guard let bytes = bytes(words) else { return nil }
            self = .hostSends(bytes)
        case "<":
            guard let bytes = bytes(words) else { return nil }
            self = .deviceSends(bytes)
        case "+":
            guard words.count == 1, let milliseconds = Int(words[0]), milliseconds >= 0 else { return nil }
            self = .pause(.milliseconds(milliseconds))
        case "?":
            guard let wish = Wish(words) else { return nil }
            self = .stationWishes(wish)
        case "=":
            guard let event = DeviceEvent(words, spoken: spoken) else { return nil }
            self = .stationHears(event)
        case "!": self = .driverGivesUp(spoken)
        default: return nil
        }
    }

    /// One line of the format, without its end.
    public var line: String {
        switch self {
        case .hostSends(let bytes): "> " + spaced(bytes)
        case .deviceSends(let bytes): "< " + spaced(bytes)
        case .pause(let duration):
            "+ \(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)"
        case .stationWishes(let wish): "? \(wish.words)"
        case .stationHears(let event): "= \(event.words)"
        case .driverGivesUp(let reason): "! \(reason)"
        }
    }
}

extension Wish {
    /// `read UID`, `setAlarm UID on`, `setAlarm UID off`.
    init?(_ words: [Substring]) {
        guard words.count >= 2, let uid = tagUID(words[1]) else { return nil }
        switch (words[0], words.count) {
        case ("read", 2): self = .read(uid)
        case ("setAlarm", 3):
            guard let isOn = onOrOff(words[2]) else { return nil }
            self = .setAlarm(uid, isOn: isOn)
        default: return nil
        }
    }

    var words: String {
        switch self {
        case .read(let uid): "read \(uid)"
        case .setAlarm(let uid, let isOn): "setAlarm \(uid) \(isOn ? "on" : "off")"
        }
    }
}

extension DeviceEvent {
    /// - Parameter spoken: The whole line without its mark: what was scanned may hold blanks and `#`.
    init?(_ words: [Substring], spoken: String) {
        switch words.first {
        case "ready" where words.count == 2: self = .ready(firmware: String(words[1]))
        case "scanned" where spoken.count > 8: self = .scanned(Scan(String(spoken.dropFirst(8))))
        case "pad":
            let uids = words.dropFirst().compactMap(tagUID)
            guard uids.count == words.count - 1 else { return nil }
            self = .pad(uids)
        case "read":
            guard words.count >= 4, let uid = tagUID(words[1]), let dsfid = register(words[2]),
                let afi = register(words[3]), let bytes = bytes(words[4...])
            else { return nil }
            self = .read(uid, TagMemory(bytes: bytes, dsfid: dsfid, afi: afi))
        case "alarm":
            guard words.count == 3, let uid = tagUID(words[1]), let isOn = onOrOff(words[2]) else { return nil }
            self = .alarm(uid, isOn: isOn)
        case "failed":
            guard let last = words.last, let failure = Failure(last),
                let wish = Wish(Array(words.dropFirst().dropLast()))
            else { return nil }
            self = .failed(wish, failure)
        default: return nil
        }
    }

    var words: String {
        switch self {
        case .ready(let firmware): "ready \(firmware)"
        case .scanned(let scan): "scanned \(scan.text)"
        case .pad(let uids): (["pad"] + uids.map { "\($0)" }).joined(separator: " ")
        case .read(let uid, let memory):
            "read \(uid) \(register(memory.dsfid)) \(register(memory.afi)) \(spaced(memory.bytes))"
        case .alarm(let uid, let isOn): "alarm \(uid) \(isOn ? "on" : "off")"
        case .failed(let wish, let failure): "failed \(wish.words) \(failure)"
        }
    }
}

extension Failure {
    init?(_ word: Substring) {
        switch word {
        case "gone": self = .gone
        case "locked": self = .locked
        case "refused": self = .refused
        case "notRead": self = .notRead
        default: return nil
        }
    }
}
