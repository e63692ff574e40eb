import CCrypt
import Circulation
import Glibc

/// A PIN as it is kept: yescrypt with a salt of its own, in the text form of crypt(5). The PIN itself is kept nowhere.
public struct PINHash: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Lectern's usual cost: a check takes some 10–50 ms and 16 MiB.
    public static let usualCost = 5

    let text: String

    init(stored text: String) { self.text = text }

    public var description: String { "PIN hash" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// - Parameters:
    ///   - cost: 1...11 as in crypt(5); each step up doubles the time. 1 is for tests and simulations.
    ///   - generator: where the salt's 32 bytes come from.
    /// - Throws: `badPIN` for an empty or overlong PIN, `cannotHash` where libcrypt has no yescrypt.
    public init(
        _ pin: Secret, cost: Int = usualCost, using generator: inout some RandomNumberGenerator
    ) throws(LibraryError) {
        guard Self.isAcceptable(pin) else { throw .badPIN }
        guard (1...11).contains(cost) else { throw .cannotHash }
        let salt = (0..<32).map { _ in CChar(bitPattern: UInt8.random(in: .min ... .max, using: &generator)) }
        guard let setting = crypt_gensalt_ra("$y$", UInt(cost), salt, Int32(salt.count)) else { throw .cannotHash }
        defer { free(setting) }
        guard let hash = Self.crypt(pin.text, setting) else { throw .cannotHash }
        text = hash
    }

    /// Takes as long for a wrong PIN as for a right one.
    public func matches(_ pin: Secret) -> Bool {
        guard Self.isAcceptable(pin), let hash = Self.crypt(pin.text, text) else { return false }
        let (a, b) = (Array(hash.utf8), Array(text.utf8))
        guard a.count == b.count else { return false }
        var difference: UInt8 = 0
        for (x, y) in zip(a, b) { difference |= x ^ y }
        return difference == 0
    }

    /// A zero byte would end the C string early, and any PIN with the same beginning would then do.
    private static func isAcceptable(_ pin: Secret) -> Bool {
        (1...128).contains(pin.text.utf8.count) && !pin.text.utf8.contains(0)
    }

    private static func crypt(_ phrase: String, _ setting: UnsafePointer<CChar>) -> String? {
        var scratch: UnsafeMutableRawPointer?
        var size: Int32 = 0
        defer {
            // The scratch space has seen the PIN.
            if let scratch {
                explicit_bzero(scratch, Int(size))
                free(scratch)
            }
        }
        guard let hash = crypt_ra(phrase, setting, &scratch, &size), hash[0] != UInt8(ascii: "*") else { return nil }
        return String(cString: hash)
    }
}
