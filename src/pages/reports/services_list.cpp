#include "pages/reports/services_list.h"

#include "govuk/summary_list.h"
#include "html/elements.h"

namespace doorstep::pages::reports {

using legal::ListEntry;

Html services_list(std::vector<ListEntry const*> const& services, http::Language language) {
    bool const welsh = language == http::Language::welsh;
    govuk::SummaryList list;
    for (auto const* service : services) {
        auto const detail = [&](std::string const& name) {
            auto const own = welsh ? service->detail(name + "_welsh") : std::string_view();
            return own.empty() ? service->detail(name) : own;
        };
        Html value;
        if (auto const number = service->detail("telephone"); !number.empty()) {
            std::string digits;
            for (char const c : number)
                if (c != ' ') digits += c;
            value << html::a("tel:" + digits, number);
        }
        for (auto const* name : {"hours", "coverage"})
            if (auto const words = detail(name); !words.empty()) value << ". " << words;
        list.rows.push_back(
            {.key = {.text = welsh && !service->label_welsh.empty() ? service->label_welsh : service->label},
             .value = {.html = std::move(value)}});
    }
    return services.empty() ? Html() : govuk::summary_list(list);
}

}  // namespace doorstep::pages::reports
