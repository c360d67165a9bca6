#include "usecases/imports/read_rows.h"

#include "documents/source.h"

namespace doorstep::usecases::imports {

Expected<Mapping> mapping_for(ImportOptions const& options,
                              std::set<std::string, std::less<>> const& fields) {
    if (!options.map) return Mapping::by_name(fields);
    constexpr std::size_t longest_mapping = 1'000'000;
    return Mapping::parse(documents::read_whole_file(*options.map, longest_mapping), fields);
}

Expected<Done> in_batches(documents::csv::Reader& reader, Importer const& importer, std::size_t size,
                          std::function<Expected<Done>(Records const&)> const& work, Records first) {
    while (true) {
        Records records = std::move(first);
        first.clear();
        while (records.size() < size) {
            auto next = reader.next();
            if (!next) return refuse(next.error());
            if (!*next) break;
            records.push_back(std::move(**next));
        }
        if (records.empty()) return Done{};
        if (auto done = work(records); !done) return done;
        importer.progress(reader.bytes_read(), reader.bytes_total());
    }
}

}  // namespace doorstep::usecases::imports
