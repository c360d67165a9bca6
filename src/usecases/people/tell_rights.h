#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/contacts/contact.h"
#include "usecases/context.h"

/// The Victims' Code: that a complainant was told, when, by whom, in which words and with which numbers
/// (M-82, M-83).
namespace doorstep::usecases::people {

/// The wording of content/letters/ that is read out, handed over or sent.
inline constexpr std::string_view victims_code = "victims-code";

struct TellRights {
    std::string reference;
    CasePersonId person;
    Date told_on;
    domain::contacts::Method how = domain::contacts::Method::telephone;
    std::vector<std::string> numbers;  ///< codes of the list of signposts
    std::string crime_reference;       ///< from the police; empty when there is none
};
/// Keeps the version of the words in force on the day, in the person's language. Refused: a day in the future
/// or before they joined, somebody who is not on the reporting side, a number that is not on the list.
Expected<Done> tell_rights(Context& context, TellRights const& input);

/// The numbers that can be given: those of the list with a telephone, in use today.
struct NumberToGive {
    std::string code;
    std::string label;
    std::string telephone;
    std::string hours;
    std::string coverage;  ///< where they work: "England", "Milton Keynes"
};
std::vector<NumberToGive> numbers_to_give(Context& context);

/// "Version 2, from 1 April 2026"; "The version that ships"
std::string wording_words(Context& context, std::string_view language);

}  // namespace doorstep::usecases::people
