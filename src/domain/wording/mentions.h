#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Whether words that go to one side give away somebody on the other (M-59, M-69). A help for whoever sends
/// them, never a proof: it finds names, addresses and numbers we hold, not "the man with the red van".
namespace doorstep::domain::wording {

/// What we hold of somebody who must not be recognised.
struct Identity {
    std::string name;
    std::string address;  ///< as one line
    std::string telephone;
    std::string email;
};

struct Mention {
    std::string words;  ///< what gives them away: "Marsh"
    bool operator==(Mention const&) const = default;
};

/// (1) Any part of a name of two letters or more, as a word of its own, whatever its case and accents; titles
/// such as "Mrs" are no names. (2) The part of an address that has a number in it, "Flat 12", as a run of
/// words. (3) A telephone number however it is spaced. (4) An e-mail address. Each once.
std::vector<Mention> mentions(std::string_view text, std::vector<Identity> const& identities);

}  // namespace doorstep::domain::wording
