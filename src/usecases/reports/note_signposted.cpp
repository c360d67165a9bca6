#include "usecases/reports/note_signposted.h"

#include "base/text.h"

namespace doorstep::usecases::reports {

Expected<Done> note_signposted(Context& context, std::vector<std::string> const& services) {
    return context.change([&](Change& change) -> Expected<Done> {
        change.record_setting("signposts", domain::events::visitor_signposted,
                              domain::events::Detail().set("services", text::join(services, " ")));
        return Done{};
    });
}

}  // namespace doorstep::usecases::reports
