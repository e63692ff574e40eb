import Foundation

/// A word that only the page we served knows, made anew at every start. It never reaches a log.
public struct PageSecret: Sendable, CustomStringConvertible, CustomReflectable {
    static let byteCount = 24

    /// 32 characters of base64url.
    let text: String

    public init() {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        text = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Takes as long for a wrong word as for the right one.
    func matches(_ other: some StringProtocol) -> Bool {
        let (ours, theirs) = (Array(text.utf8), Array(other.utf8))
        guard ours.count == theirs.count else { return false }
        var difference: UInt8 = 0
        for (a, b) in zip(ours, theirs) { difference |= a ^ b }
        return difference == 0
    }

    public var description: String { "secret" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
