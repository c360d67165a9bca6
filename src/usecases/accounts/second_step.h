#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "usecases/context.h"

/// The second step of signing in: a code from an app (RFC 6238), with written codes for when the telephone is
/// lost.
namespace doorstep::usecases::accounts {

/// A key offered to somebody's app, not theirs until they confirm it with a code. `sealed` goes into the form
/// and comes back with it; it is good for this session only.
struct SecondStepOffer {
    std::string sealed;
    std::string key;             ///< "JBSW Y3DP ...", for typing in
    std::string setup_link;      ///< for the QR code
    bool asks_password = false;  ///< somebody already signed in proves that it is still them
    bool replaces_one = false;
};
/// `sealed` of an offer made before gives the same key again; anything else a new one. Refused (signed_out)
/// without a session.
Expected<SecondStepOffer> offer_second_step(Context& context, std::string_view token,
                                            std::string_view sealed = {});

struct SetUpSecondStep {
    std::string sealed;
    std::string code;
    std::string password;
};
struct SecondStepSetUp {
    std::string token;  ///< of the session, now complete
    std::vector<std::string> recovery_codes;
    bool must_change_password = false;
};
/// Refused: a wrong code, an offer of another session, a wrong password where one is asked. Other sessions of
/// the account end.
Expected<SecondStepSetUp> set_up_second_step(Context& context, std::string_view token,
                                             SetUpSecondStep const& input);

/// Ten new codes; the old ones stop working. The codes are told this once.
Expected<std::vector<std::string>> make_recovery_codes(Context& context, std::string_view token,
                                                       std::string_view password);

/// What is stored of a written code, however it is typed: HMAC with the site's key. A code is short enough to
/// be found by trying from a plain hash; the key is in no copy of the database.
std::string recovery_code_hash(gateways::SiteKey const& key, std::string_view code);
/// By every key of the site: a code was kept under the one in use when it was made.
std::vector<std::string> recovery_code_hashes(gateways::SiteKey const& key, std::string_view code);

}  // namespace doorstep::usecases::accounts
