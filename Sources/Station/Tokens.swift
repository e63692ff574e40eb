import Circulation
import Kiosk

/// The tokens of the choices that are offered now.
struct Tokens: Sendable {
    private(set) var offers: [Shown.Offer] = []
    private var last = 0

    /// Choices that stay keep their token; new ones get one that was never used.
    mutating func offer(_ choices: [Choice]) {
        offers = choices.map { choice in
            if let standing = offers.first(where: { $0.choice == choice }) { return standing }
            last += 1
            return Shown.Offer(token: Token("c\(last)"), choice: choice)
        }
    }

    /// - Returns: nil for a token that is used up, or that never was.
    mutating func take(_ token: Token) -> Choice? {
        guard let index = offers.firstIndex(where: { $0.token == token }) else { return nil }
        return offers.remove(at: index).choice
    }
}
