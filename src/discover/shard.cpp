#include "discover/shard.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/file.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

/// What a post costs besides its bytes.
constexpr std::uintmax_t kPost = 1024;

/// Posts that belong together.
struct Item {
  std::string path;  // of the source, which may be gone
  std::uintmax_t size = 0;
  bool is_kept = false;
};

class Scales {
 public:
  explicit Scales(const fs::path& root) : root_(root) {}

  Item item(const std::string& source, const std::vector<Translation>& translations) const {
    Item item{.path = source, .size = cost_of(source)};
    for (const Translation& translation : translations) item.size += cost_of(translation.path);
    return item;
  }

 private:
  std::uintmax_t cost_of(const std::string& path) const { return kPost + size_of(root_ / path); }

  const fs::path& root_;
};

/// Largest first, each to the shard that has least so far.
void divide(const Shard& shard, std::vector<Item>& items) {
  std::vector<Item*> order;
  order.reserve(items.size());
  for (Item& item : items) order.push_back(&item);
  std::sort(order.begin(), order.end(), [](const Item* left, const Item* right) {
    return std::tie(right->size, left->path) < std::tie(left->size, right->path);
  });
  std::vector<std::uintmax_t> loads(shard.count);
  for (Item* item : order) {
    const auto least = std::min_element(loads.begin(), loads.end());
    *least += item->size;
    item->is_kept = static_cast<std::size_t>(least - loads.begin()) + 1 == shard.index;
  }
}

/// Keeps of `values` those whose item, from `first` on, is kept.
template <typename Value>
void keep(const std::vector<Item>& items, std::size_t first, std::vector<Value>& values) {
  std::vector<Value> kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (items[first + i].is_kept) kept.push_back(std::move(values[i]));
  }
  values = std::move(kept);
}

}  // namespace

void keep_shard(const Shard& shard, const fs::path& root, Selection& selection) {
  const Scales scales(root);
  std::vector<Item> items;
  for (const SourcePost& source : selection.sources) {
    items.push_back(scales.item(source.path, source.translations));
  }
  for (const Orphan& orphan : selection.orphans) {
    items.push_back(scales.item(orphan.source_path, orphan.translations));
  }
  divide(shard, items);
  // What is missing belongs to its source; to the first shard where nothing else of that is judged.
  std::map<std::string_view, bool> is_kept;
  for (std::size_t i = 0; i < selection.sources.size(); ++i)
    is_kept.emplace(selection.sources[i].path, items[i].is_kept);
  std::erase_if(selection.missing, [&](const MissingTranslation& missing) {
    const auto source = is_kept.find(missing.source_path);
    return source == is_kept.end() ? shard.index != 1 : !source->second;
  });
  const std::size_t sources = selection.sources.size();
  keep(items, 0, selection.sources);
  keep(items, sources, selection.orphans);
}

}  // namespace recto
