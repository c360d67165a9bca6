#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "domain/ids.h"

namespace doorstep::domain::people {

/// Every person on a case is on a side, and nothing about one side reaches the other.
enum class Side { reporting, complained_about, neutral };
constexpr auto enum_names(Side) {
    return std::array{EnumName{Side::reporting, "reporting", "Reporting"},
                      EnumName{Side::complained_about, "complained-about", "Complained about"},
                      EnumName{Side::neutral, "neutral", "Neither side"}};
}

enum class Part { complainant, witness, alleged_perpetrator, respondent, supporter, professional };
constexpr auto enum_names(Part) {
    return std::array{EnumName{Part::complainant, "complainant", "Complainant"},
                      EnumName{Part::witness, "witness", "Witness"},
                      EnumName{Part::alleged_perpetrator, "alleged-perpetrator", "Person complained about"},
                      EnumName{Part::respondent, "respondent", "Respondent"},
                      EnumName{Part::supporter, "supporter", "Supporter"},
                      EnumName{Part::professional, "professional", "Professional"}};
}

/// The side a part belongs to; nothing for those who may stand on either, who are asked.
std::optional<Side> side_of(Part part);

struct Person {
    PersonId id;
    std::string name;
    std::optional<AddressId> address;
    std::string address_text;  ///< when the address is not one we hold
    std::string telephone;
    std::string email;
    std::optional<Date> date_of_birth;
    std::int64_t version = 1;
};

/// Which ways of reaching someone are safe: a record, dated and asked again, never a note.
struct SafeContact {
    std::string telephone;
    bool telephone_allowed = false;
    bool voicemail_allowed = false;
    bool text_allowed = false;
    std::string email;
    bool email_allowed = false;
    bool letter_allowed = false;
    bool visit_allowed = false;
    bool will_contact_us = false;  ///< "I will contact you"
    std::string best_times;
    std::string someone_else;
    std::string name_to_use;
    std::string language = "en";
    std::string interpreter;
    bool sign_language = false;
    bool large_print = false;
    std::string adjustments;
    Date agreed_on;

    bool any_way() const {
        return telephone_allowed || text_allowed || email_allowed || letter_allowed || visit_allowed ||
               will_contact_us;
    }
    bool operator==(SafeContact const&) const = default;
};

/// A person's part in one case.
struct CasePerson {
    CasePersonId id;
    CaseFileId case_file;
    std::optional<PersonId> person;  ///< nothing for an unknown person complained about (M-64)
    Part part = Part::complainant;
    Side side = Side::reporting;
    std::string description;  ///< what is known of an unknown person
    bool anonymous = false;   ///< known to us, never named outside
    std::optional<std::string> safe_contact_id;
    std::string vulnerabilities;
    Date joined_on;
    std::optional<Date> left_on;
    std::optional<Date> raised_on;  ///< complainants: the day they raised it
    std::optional<Date> first_contact_by;
    std::optional<Date> first_contact_on;
    std::optional<Date> last_contact_on;
    std::optional<Date> next_contact_by;
    std::optional<Date> told_officers_on;
    std::optional<AccountId> told_owner;
    std::optional<AccountId> told_housing_officer;
    std::int64_t version = 1;
};

/// "Text first. No voicemail. No letters", most important first; "No safe way given" when there is none.
std::string safe_contact_words(SafeContact const& safe_contact);

}  // namespace doorstep::domain::people
