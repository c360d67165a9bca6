#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.h"
#include "base/instant.h"

/// The check before anything leaves (M-59, M-69): whether words that go to one person give away another of
/// the same case. It finds names, addresses, numbers and moments that we hold; it cannot find "the man with
/// the red van". It helps whoever sends, and does not take the reading off them.
namespace doorstep::domain::outbound {

enum class Severity {
    block,    ///< it must not go like this: change the words
    caution,  ///< it may be somebody else, or harmless: read it again, and give a reason to go on
};
constexpr auto enum_names(Severity) {
    return std::array{EnumName{Severity::block, "block", "Must be changed"},
                      EnumName{Severity::caution, "caution", "Check this"}};
}

struct Finding {
    Severity severity = Severity::block;
    std::string words;   ///< as they stand with us: "Ivo Marsh"
    std::string reason;  ///< a sentence without a full stop
    bool operator==(Finding const&) const = default;
};

/// Somebody who must not be recognised by the reader.
struct HiddenPerson {
    std::string who;  ///< for the reason: "somebody on the other side"
    std::string name;
    std::string address;  ///< parts apart by commas or lines
    std::string telephone;
    std::string email;
    /// A caution is the worst there is for somebody on the reader's own side: a son who reported with his
    /// mother.
    Severity worst = Severity::block;
};

/// When something happened that one person told us of: day and minute together point to who that was.
struct Moment {
    Date day;
    TimeOfDay time;
};

struct Facts {
    std::vector<HiddenPerson> hidden;
    std::vector<Moment> moments;
    /// Names the letter may hold: the reader's own and those of the officers in it. A part of a name that is
    /// also theirs is no finding.
    std::vector<std::string> known_names;
    /// The reader's own: the same block or street gives nobody away.
    std::string own_address;
    std::string own_telephone;
    std::string own_email;
};

/// Text is compared folded (case, accents and punctuation no matter) and by whole words; numbers as numbers,
/// "Flat twelve" and "flat 012" alike.
/// (1) Name: two parts together, or a title and a part, block; one part alone is a caution. Parts that are
///     ordinary words ("Will", "May") count only with a capital inside a sentence.
/// (2) Address: the part with its number blocks; "number 12" without the street, and a postcode that is not
///     the reader's own, are cautions.
/// (3) Telephone number and e-mail address block.
/// (4) A moment: day and time of day both in the text are a caution.
/// Blocks first, each finding once.
std::vector<Finding> check(std::string_view text, Facts const& facts);

bool has_block(std::vector<Finding> const& findings);

/// One term of an order. Two kinds of term say on purpose what no letter may say.
struct Term {
    std::string_view words;
    bool forbids_contact = false;       ///< it names whom they may not contact
    bool keeps_out_of_a_place = false;  ///< it says where that place is
};
struct TermFindings {
    std::vector<Finding> findings;
    std::vector<std::string> named;  ///< on purpose: whom contact is forbidden with
};
/// A term that forbids contact may hold the names of `may_be_named`, which are then said to stand in it; in
/// any other term they are found like everybody's. In one that keeps somebody out of a place, an address is
/// a caution. Everything else is checked as in check().
TermFindings check_term(Term const& term, Facts const& facts, std::vector<std::string> const& may_be_named);

}  // namespace doorstep::domain::outbound
