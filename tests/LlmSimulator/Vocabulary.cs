namespace LlmRec.LlmSimulator;

/// <summary>General category words for invented answers.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<string> Chinese { get; } = Split(
        """
        连衣裙 半身裙 衬衫 T恤 卫衣 毛衣 针织衫 羽绒服 风衣 西装 牛仔裤 休闲裤 短裤 打底裤 瑜伽裤 睡衣 内衣 袜子 丝袜 围巾 手套 帽子 棒球帽 渔夫帽 皮带 领带
        帆布鞋 运动鞋 跑步鞋 高跟鞋 凉鞋 拖鞋 雪地靴 马丁靴 双肩包 单肩包 手提包 钱包 行李箱 项链 耳环 手链 戒指 手表 墨镜 发夹 面膜 口红 粉底液 防晒霜 洗面奶
        香水 眉笔 卸妆水 洗发水 护发素 沐浴露 牙刷 牙膏 剃须刀 纸尿裤 奶瓶 婴儿车 儿童座椅 积木 毛绒玩具 拼图 床单 被子 枕头 窗帘 地毯 抱枕 台灯 收纳盒 衣架
        炒锅 菜刀 砧板 保温杯 饭盒 茶具 咖啡杯 餐具 电饭煲 空气炸锅 榨汁机 咖啡机 吸尘器 加湿器 电风扇 坚果 茶叶 咖啡豆 饼干 巧克力 牛奶 大米 食用油 手机壳 钢化膜
        充电器 数据线 充电宝 耳机 蓝牙音箱 键盘 鼠标 显示器 平板电脑 内存卡 相机 三脚架 瑜伽垫 哑铃 跳绳 篮球 羽毛球拍 泳衣 泳镜 自行车 头盔 帐篷 睡袋 登山杖 钓鱼竿
        猫粮 狗粮 猫砂 牵引绳 宠物窝 行车记录仪 车载充电器 汽车坐垫 洗车液 螺丝刀 电钻 卷尺 笔记本 钢笔 书包 贺卡 礼盒 鲜花 蜡烛 雨伞
        """);

    public static IReadOnlyList<string> English { get; } = Split(
        """
        dresses skirts shirts sweaters hoodies jackets coats jeans shorts leggings socks scarves gloves hats belts ties sneakers sandals boots slippers
        backpacks handbags wallets suitcases necklaces earrings bracelets rings watches sunglasses lipstick sunscreen perfume shampoo toothbrushes razors
        diapers strollers blocks puzzles bedding pillows curtains rugs lamps storage-boxes pans knives cutting-boards thermoses tableware rice-cookers
        blenders vacuum-cleaners fans nuts tea coffee biscuits chocolate phone-cases chargers cables power-banks headphones speakers keyboards mice monitors
        cameras tripods yoga-mats dumbbells basketballs swimwear goggles helmets tents sleeping-bags cat-food dog-food leashes dash-cams screwdrivers drills
        notebooks pens greeting-cards gift-boxes candles umbrellas
        """);

    private static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
