import Circulation

/// A driver turns bytes into events and wishes into bytes. It never touches a file, a clock or a thread:
/// the station feeds it and carries out what it asks for.
public protocol Driver: Sendable {
    /// True if frames carry a check value, so that the driver recovers after noise.
    static var survivesNoise: Bool { get }
    init()
    mutating func start() -> [Action]
    mutating func received(_ bytes: [UInt8]) -> [Action]
    /// One wish at a time is on the wire; later ones wait in the driver, in order, never more than 256.
    mutating func asked(_ wish: Wish) -> [Action]
    mutating func woke() -> [Action]
}

public enum Action: Equatable, Sendable {
    case write([UInt8])
    case wake(after: Duration)  // replaces any earlier wake
    case tell(DeviceEvent)
    case giveUp(String)  // the station closes the port and tries again later
}

/// What a device tells the station. Pads report the whole pad, every time: a repeated snapshot is harmless,
/// a lost "removed" event would not be.
public enum DeviceEvent: Equatable, Sendable {
    case ready(firmware: String)
    case scanned(Scan)
    case pad([TagUID])  // sorted, each tag once
    case read(TagUID, TagMemory)
    /// The tag's security was written **and read back**.
    case alarm(TagUID, isOn: Bool)
    case failed(Wish, Failure)
}

public enum Wish: Hashable, Sendable {
    case read(TagUID)
    case setAlarm(TagUID, isOn: Bool)
}

public enum Failure: Equatable, Sendable {
    case gone  // the tag no longer answers
    case locked
    case refused
    case notRead  // it answers, but not with what was written, however often it is tried
}

/// What one scan brought: a barcode from a scanner, exactly as sent, without its terminator.
/// Its description is masked: it may be a library card.
public struct Scan: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    public var text: String
    public init(_ text: String) { self.text = text }
    public var description: String { "a scan of \(text.count) characters" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The part of a tag that says what it is on: its first blocks and its two registers.
public struct TagMemory: Equatable, Sendable {
    public var bytes: [UInt8]
    public var dsfid: UInt8?
    public var afi: UInt8?
    public init(bytes: [UInt8], dsfid: UInt8?, afi: UInt8?) {
        (self.bytes, self.dsfid, self.afi) = (bytes, dsfid, afi)
    }
}
