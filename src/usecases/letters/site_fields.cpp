#include "usecases/letters/site_fields.h"

namespace doorstep::usecases::letters {

domain::wording::Fields site_fields(Site const& site) {
    auto contact = site.telephone;
    if (!contact.empty() && !site.telephone_hours.empty()) contact += ", " + site.telephone_hours;
    if (contact.empty()) contact = site.email.empty() ? site.postal_address : site.email;
    return domain::wording::Fields()
        .set("landlord", site.landlord_name)
        .set("team", site.team_name)
        .set("contact", contact);
}

std::string day_in(std::string_view language, Date day) {
    return language == "cy" ? date_words_welsh(day) : date_words(day);
}

}  // namespace doorstep::usecases::letters
