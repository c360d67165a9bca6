#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/stories/case_study.h"
#include "usecases/context.h"

/// Case studies (T10, M-145): drafted from what is on file, checked for what would point to somebody, signed
/// off by another person, then told in the quarter's board paper. Each needs Action::write_papers, and the
/// case Action::see_case.
namespace doorstep::usecases::stories {

using domain::stories::CaseStudy;

struct StoryList {
    std::vector<CaseStudy> studies;
    int count = 0;
    int page = 1;
    int pages = 1;
};
constexpr int stories_per_page = 25;
Expected<StoryList> list_stories(Context& context, int page);

struct DraftStory {
    std::string reference;  ///< of the case
    std::string period;     ///< "2023-24-Q1"
};
/// Refused: a case that is not open to the viewer, what is no quarter, a case told in that quarter already.
Expected<std::string> draft_story(Context& context, DraftStory const& input);

struct StoryView {
    CaseStudy study;
    std::string reference;
    std::vector<std::string> identifiers;  ///< words that name somebody on the case, or the case itself
    std::int64_t alike = 0;                ///< cases of this kind and area in the quarter
    int smallest = 0;                      ///< fewer point to somebody
    bool may_sign = false;                 ///< by another person than whoever wrote it
};
Expected<StoryView> view_story(Context& context, std::string_view id);

struct WriteStory {
    std::string id;
    std::int64_t seen_version = 0;
    std::string title;
    std::string words;
};
/// Written on, it is a draft again.
Expected<Done> write_story(Context& context, WriteStory const& input);
/// Needs Action::approve_papers. Refused for one's own words ("own-story"), and while they name somebody
/// ("names-somebody").
Expected<Done> sign_off_story(Context& context, std::string_view id);

}  // namespace doorstep::usecases::stories
